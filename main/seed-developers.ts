import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../db/database';
import type { DeveloperId, PersonId } from '../domain/ids';
import { attest, review } from './attest';
import { openPast, type Past } from './past';
import { type Sample, samples } from './seed-samples';
import type { Settings } from './settings';

const dayMs = 86_400_000;

/** Lives through the past of one developer for each standing. Returns their live keys, by name. */
export async function seedDevelopers(
  db: Database,
  settings: Settings,
  given: { managers: [PersonId, PersonId]; admin: PersonId; now: number },
): Promise<Record<string, string>> {
  const keys = await Promise.all(
    samples.map((sample, index) =>
      live(db, settings, sample, { ...given, manager: given.managers[index % 2] as PersonId }),
    ),
  );
  return Object.fromEntries(samples.flatMap((sample, index) => (keys[index] ? [[sample.name, keys[index]]] : [])));
}

async function live(
  db: Database,
  settings: Settings,
  sample: Sample,
  given: { manager: PersonId; admin: PersonId; now: number },
): Promise<string | null> {
  const past = await openPast(settings, db, given.now - sample.enrolledDaysAgo * dayMs);
  try {
    const existing = sample.story === 'imported' ? `legacy_${randomBytes(24).toString('hex')}` : null;
    const developer = await enrol(past, sample, given, existing);
    let key = existing;
    if (sample.story === 'in-review') await attestAsSignatory(db, past, developer.id);
    if (sample.story === 'attested' || sample.story === 'left' || sample.story === 'revoked')
      key = await attestAndIssue(db, past, developer, given.manager);
    if (sample.story === 'left') {
      await past.passTo(developer.id, past.now() + 60 * dayMs);
      const signatory = await past.as(await signatoryIdOf(db, developer.id));
      await signatory.call('POST', `/v1/developers/${developer.id}/offboard`, { reason: 'We no longer use the SDK.' });
      key = null;
    }
    if (sample.story === 'revoked') await neglect(past, developer, given);
    await past.passTo(developer.id, given.now);
    return key;
  } finally {
    await past.close();
  }
}

/** A year later nothing is attested: suspended, told that it ends, and ended for good by a second person. */
async function neglect(
  past: Past,
  developer: { id: DeveloperId; appId: string },
  given: { manager: PersonId; admin: PersonId },
): Promise<void> {
  const attestedAt = past.now();
  await past.passTo(developer.id, attestedAt + 410 * dayMs);
  const manager = await past.as(given.manager);
  const { id } = await manager.call('POST', `/v1/developers/${developer.id}/terminations`, {
    kind: 'revocation',
    appId: developer.appId,
    reason: 'The attestation is six weeks late, and nobody has answered.',
  });
  await past.passTo(developer.id, attestedAt + 470 * dayMs);
  const admin = await past.as(given.admin);
  await admin.call('POST', `/v1/terminations/${id}/confirm`);
}

async function enrol(
  past: Past,
  sample: Sample,
  given: { manager: PersonId; admin: PersonId },
  existingKey: string | null,
) {
  const admin = await past.as(given.admin);
  const [word] = sample.name.toLowerCase().split(' ');
  const existingKeys = existingKey && [
    {
      keyHash: createHash('sha256').update(existingKey).digest('hex'),
      name: 'production',
      prefix: 'legacy_',
      lastFour: existingKey.slice(-4),
    },
  ];
  const developer = await admin.call('POST', '/v1/developers', {
    legalName: sample.name,
    timeZone: sample.timeZone,
    country: sample.country,
    language: sample.language,
    accountManagerId: given.manager,
    contacts: [
      {
        name: sample.language === 'en' ? 'Sam Okafor' : '王小雨',
        email: `signatory@${word}.example`,
        role: 'signatory',
        language: sample.language,
      },
      {
        name: sample.language === 'en' ? 'Pat Silva' : '李明',
        email: `preparer@${word}.example`,
        role: 'preparer',
        language: sample.language,
      },
      {
        name: sample.language === 'en' ? 'Kim Berg' : '陈静',
        email: `backup@${word}.example`,
        role: 'backup',
        language: sample.language,
      },
    ],
    apps: [
      {
        name: `${sample.name.split(' ')[1]} Mirror`,
        sdkProduct: sample.product,
        ...(existingKeys && { existingKeys }),
      },
    ],
  });
  return { id: developer.id as DeveloperId, appId: developer.apps[0].id as string };
}

async function attestAsSignatory(db: Database, past: Past, developerId: DeveloperId): Promise<string> {
  await past.passTo(developerId, past.now() + dayMs);
  const signatory = await past.as(await signatoryIdOf(db, developerId));
  const [submission] = await attest(signatory, developerId, {
    effectiveOn: new Date(past.now() - 180 * dayMs).toISOString().slice(0, 10),
  });
  if (!submission) throw new Error('nothing was submitted');
  await past.checksAreGreen(developerId, submission.id);
  return submission.id;
}

async function attestAndIssue(
  db: Database,
  past: Past,
  developer: { id: DeveloperId; appId: string },
  manager: PersonId,
): Promise<string> {
  const submissionId = await attestAsSignatory(db, past, developer.id);
  await review(await past.as(manager), submissionId);
  const signatory = await past.as(await signatoryIdOf(db, developer.id));
  const key = await signatory.call('POST', `/v1/developers/${developer.id}/apps/${developer.appId}/keys`, {
    name: 'production',
    environment: 'live',
  });
  return key.secret;
}

async function signatoryIdOf(db: Database, developerId: DeveloperId): Promise<PersonId> {
  const row = await db
    .selectFrom('memberships')
    .select('personId')
    .where('developerId', '=', developerId)
    .where('role', '=', 'signatory')
    .executeTakeFirstOrThrow();
  return row.personId;
}
