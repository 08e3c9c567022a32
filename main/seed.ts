import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../db/database';
import { addStaff } from '../db/workspace/staff';
import { createToken, newToken } from '../db/workspace/tokens';
import { type DeveloperId, idFrom, type PersonId } from '../domain/ids';
import type { Language } from '../domain/lifecycle/state';
import { type StaffRole, type TokenScope, tokenScopes } from '../domain/permissions';
import type { Say } from '../integrations/embedded/part';
import { seedDevelopers } from './seed-developers';
import type { Settings } from './settings';

/** Beside the data: a token for `npm run clock`, readable by its owner only. */
export const operatorTokenFile = 'operator-token';
const samplesFile = 'samples.json';

/** What the first start made for trying things out; kept so that later starts can show it again. */
export interface Samples {
  backendToken: string;
  /** Live keys by the name of their developer. */
  keys: Record<string, string>;
}

const staff: readonly { name: string; email: string; role: StaffRole; language: Language }[] = [
  { name: 'Ada Fong', email: 'ada.fong@vendor.example', role: 'am', language: 'en' },
  { name: '林志远', email: 'zhiyuan.lin@vendor.example', role: 'am', language: 'zh-CN' },
  { name: 'Lea Mori', email: 'lea.mori@vendor.example', role: 'lead', language: 'en' },
  { name: 'Ravi Nair', email: 'ravi.nair@vendor.example', role: 'legal', language: 'en' },
  { name: 'Ines Costa', email: 'ines.costa@vendor.example', role: 'admin', language: 'en' },
];

/**
 * Fills an empty database: the vendor's people, tokens, and where `developersBy` says by which settings
 * to live, one developer in each standing, named after it.
 * A database that was filled before is left as it is.
 */
export async function seed(
  db: Database,
  options: { directory: string; developersBy: Settings | null; say: Say },
): Promise<void> {
  const known = await db.selectFrom('staff').select('personId').limit(1).executeTakeFirst();
  if (known) return;
  const { directory, say } = options;
  const now = Date.now();
  const people = new Map<string, PersonId>();
  for (const { email, ...member } of staff) {
    const personId = idFrom('per', randomBytes(20));
    await addStaff(db, { personId, email, ...member }, now);
    people.set(email, personId);
  }
  const admin = people.get('ines.costa@vendor.example') as PersonId;
  const samples: Samples = {
    backendToken: await issueToken(db, admin, 'Sample SDK backend', ['verify', 'developers:read'], now),
    keys: {},
  };
  const operatorToken = await issueToken(db, admin, 'Operator of this machine', tokenScopes, now);
  await writeFile(join(directory, operatorTokenFile), operatorToken, { mode: 0o600 });
  if (options.developersBy) {
    say('First start: living through a year and a half with a handful of sample developers …');
    const managers = [people.get('ada.fong@vendor.example'), people.get('zhiyuan.lin@vendor.example')] as [
      PersonId,
      PersonId,
    ];
    samples.keys = await seedDevelopers(db, options.developersBy, { managers, admin, now });
  }
  await writeFile(join(directory, samplesFile), JSON.stringify(samples), { mode: 0o600 });
}

/** What the first start made; null where there is nothing to show. */
export async function readSamples(directory: string): Promise<Samples | null> {
  return readFile(join(directory, samplesFile), 'utf8').then(
    (text) => JSON.parse(text) as Samples,
    () => null,
  );
}

async function issueToken(
  db: Database,
  createdBy: PersonId,
  name: string,
  scopes: readonly TokenScope[],
  now: number,
): Promise<string> {
  const token = newToken();
  await createToken(
    db,
    { id: idFrom('tok', randomBytes(20)), token, name, scopes: [...scopes], expiresAt: null, createdBy },
    now,
  );
  return token;
}

/** The signatory of a sample developer, by the developer's name. */
export async function signatoryOf(
  db: Database,
  legalName: string,
): Promise<{ personId: PersonId; email: string; developerId: DeveloperId } | undefined> {
  const row = await db
    .selectFrom('developerProfiles')
    .innerJoin('memberships', 'memberships.developerId', 'developerProfiles.developerId')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.id as personId', 'people.email', 'developerProfiles.developerId'])
    .where('developerProfiles.legalName', '=', legalName)
    .where('memberships.role', '=', 'signatory')
    .executeTakeFirst();
  return row?.email ? { ...row, email: row.email } : undefined;
}
