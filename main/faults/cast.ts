import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/database';
import { addStaff } from '../../db/workspace/staff';
import { type AppId, type DeveloperId, idFrom, type PersonId } from '../../domain/ids';
import type { Procedure } from '../../domain/lifecycle/next-wake';
import type { Standing } from '../../domain/lifecycle/state';
import { attest, fillIn, review } from '../attest';
import { openPast, type Past } from '../past';
import type { Settings } from '../settings';
import type { MomentName } from './moments';

const dayMs = 86_400_000;
/** Each lives through a past of its own; more at once than this only wait for the disk. */
const atOnce = 8;

/** A developer who stands right before the moment that a trial is about. */
export interface Actor {
  id: DeveloperId;
  appId: AppId;
  signatoryId: PersonId;
  moment: MomentName;
}

interface Role {
  enrolledDaysAgo: number;
  standing: Standing;
  next: Procedure;
}

/** A year passes from the first acceptance, a day after the enrolment, to the due day. */
const dueAfterDays = 366;

/** Two mails stand for all: one of those that are bundled, and one that opens a gate. */
const roles: Readonly<Record<MomentName, readonly Role[]>> = {
  submission: [{ enrolledDaysAgo: dueAfterDays - 20, standing: 'due', next: 'remind' }],
  suspension: [{ enrolledDaysAgo: dueAfterDays + 27, standing: 'restricted', next: 'suspend' }],
  mail: [
    { enrolledDaysAgo: dueAfterDays - 20, standing: 'due', next: 'remind' },
    { enrolledDaysAgo: dueAfterDays + 20, standing: 'restricted', next: 'give-notice' },
  ],
};

/** The vendor's people of the play. */
export interface Vendor {
  manager: PersonId;
  admin: PersonId;
}

export async function hireVendor(db: Database): Promise<Vendor> {
  const hire = async (role: 'am' | 'admin') => {
    const personId = idFrom('per', randomBytes(20));
    const email = `${role}@vendor.example`;
    await addStaff(db, { personId, name: `Vendor ${role}`, email, role, language: 'en' }, Date.now());
    return personId;
  };
  return { manager: await hire('am'), admin: await hire('admin') };
}

/** Lives through the past of so many developers for each moment, up to now. */
export async function prepareCast(db: Database, settings: Settings, vendor: Vendor, each: number): Promise<Actor[]> {
  // Many who are restricted within the same hours of their pasts are no mass enforcement.
  const patient: Settings = {
    ...settings,
    terms: { ...settings.terms, budget: { ...settings.terms.budget, apps: 1_000_000 } },
  };
  const waiting = (Object.keys(roles) as MomentName[]).flatMap((moment) =>
    Array.from({ length: each }, (_, index) => ({
      moment,
      role: roles[moment][index % roles[moment].length] as Role,
    })),
  );
  const cast: Actor[] = [];
  const liveOn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      cast.push(await live(db, patient, vendor, next.moment, next.role));
  };
  await Promise.all(Array.from({ length: atOnce }, liveOn));
  // What these rows asked for was done in the past already; the wake-ups are left to the worker.
  await db
    .updateTable('outbox')
    .set({ deliveredAt: new Date() })
    .where('deliveredAt', 'is', null)
    .where('kind', '!=', 'wake-developer')
    .execute();
  return cast;
}

async function live(db: Database, settings: Settings, vendor: Vendor, moment: MomentName, role: Role): Promise<Actor> {
  const now = Date.now();
  const past = await openPast(settings, db, now - role.enrolledDaysAgo * dayMs);
  try {
    const actor = await onboard(db, past, vendor, moment);
    await past.passTo(actor.id, now);
    if (moment === 'submission') await fillIn(await past.as(actor.signatoryId), actor.id);
    await assertReady(db, actor, role);
    return actor;
  } finally {
    await past.close();
  }
}

async function onboard(db: Database, past: Past, vendor: Vendor, moment: MomentName): Promise<Actor> {
  const tag = randomBytes(5).toString('hex');
  const developer = await (await past.as(vendor.admin)).call('POST', '/v1/developers', {
    legalName: `${moment} ${tag}`,
    timeZone: 'Asia/Shanghai',
    country: 'CN',
    language: 'en',
    accountManagerId: vendor.manager,
    contacts: [
      { name: 'Mei Lin', email: `signatory-${tag}@developer.example`, role: 'signatory', language: 'en' },
      { name: 'Bo Chen', email: `backup-${tag}@developer.example`, role: 'backup', language: 'en' },
    ],
    apps: [{ name: `${moment} app`, sdkProduct: 'native' }],
  });
  const id = developer.id as DeveloperId;
  const appId = developer.apps[0].id as AppId;
  const { personId: signatoryId } = await db
    .selectFrom('memberships')
    .select('personId')
    .where('developerId', '=', id)
    .where('role', '=', 'signatory')
    .executeTakeFirstOrThrow();
  await past.passTo(id, past.now() + dayMs);
  const signatory = await past.as(signatoryId);
  const effectiveOn = new Date(past.now() - 180 * dayMs).toISOString().slice(0, 10);
  for (const submission of await attest(signatory, id, { effectiveOn })) {
    await past.checksAreGreen(id, submission.id);
    await review(await past.as(vendor.manager), submission.id);
  }
  await signatory.call('POST', `/v1/developers/${id}/apps/${appId}/keys`, { name: 'production', environment: 'live' });
  return { id, appId, signatoryId, moment };
}

async function assertReady(db: Database, actor: Actor, role: Role): Promise<void> {
  const { standing, nextWakeFor } = await db
    .selectFrom('apps')
    .innerJoin('developers', 'developers.id', 'apps.developerId')
    .select(['apps.standing', 'developers.nextWakeFor'])
    .where('apps.id', '=', actor.appId)
    .executeTakeFirstOrThrow();
  if (standing === role.standing && nextWakeFor === role.next) return;
  throw new Error(
    `a developer for a ${actor.moment} stands at ${standing} and waits for ${nextWakeFor}, not at ${role.standing} for ${role.next}: choose another day of enrolment`,
  );
}
