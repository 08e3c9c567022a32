import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/database';
import { idFrom } from '../../domain/ids';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const system = { kind: 'system', id: 'test' } as const;

describe('a notice that comes back after the suspension it led to', () => {
  let db: Database;

  beforeAll(async () => {
    db = await testDatabase();
  });

  it.each(['formal-notice', 'final-notice'] as const)(
    'does not keep the suspension from being lifted: %s',
    async (template) => {
      const { transact, enrol, attest, liveUntil } = livedDevelopers(db);
      const { developerId, appId } = await enrol();
      await attest(developerId, appId);
      await liveUntil(developerId, 'suspended');
      const notice = await db
        .selectFrom('notices')
        .select('id')
        .where('developerId', '=', developerId)
        .where('template', '=', template)
        .executeTakeFirstOrThrow();
      await transact(developerId, {
        id: id('evt'),
        type: 'notice.bounced',
        actor: system,
        noticeId: notice.id,
        detail: 'sent back days later',
      });
      await attest(developerId, appId);
      const suspension = await db
        .selectFrom('suspensions')
        .select('liftedBy')
        .where('developerId', '=', developerId)
        .executeTakeFirstOrThrow();
      expect(suspension.liftedBy).toMatch(/cure$/);
    },
    240_000,
  );
});
