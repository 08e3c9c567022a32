import type { Actor } from './cast';
import { all, type Before, exactly, type Finding } from './finding';
import type { MomentName } from './moments';
import type { Stage } from './stage';

type Judge = (stage: Stage, actor: Actor, before: Before, answer: unknown) => Promise<Finding>;

const momentJudges: Readonly<Record<MomentName, Judge>> = {
  async submission(stage, actor, before, answer) {
    const { db } = stage;
    const submissions = await db
      .selectFrom('submissions')
      .innerJoin('cycles', 'cycles.id', 'submissions.cycleId')
      .select('submissions.id')
      .where('submissions.appId', '=', actor.appId)
      .where('cycles.kind', '=', 'periodic')
      .execute();
    const statements = await db
      .selectFrom('statements')
      .select('id')
      .where('developerId', '=', actor.id)
      .where(
        'submissionId',
        'in',
        submissions.map(({ id }) => id),
      )
      .execute();
    const told = (answer as { items: { id: string }[] } | null)?.items.map(({ id }) => id) ?? [];
    return all([
      exactly(1, 'submissions', submissions.length),
      exactly(4, 'statements', statements.length),
      exactly(1, "'submission.received' audit entries", await entries(stage, actor, before, 'submission.received')),
      exactly(1, 'submissions told to the signatory', told.filter((id) => id === submissions[0]?.id).length),
    ]);
  },

  async suspension(stage, actor, before) {
    const { db } = stage;
    const open = await db.selectFrom('suspensions').select('liftedAt').where('appId', '=', actor.appId).execute();
    const keys = await db
      .selectFrom('keys')
      .select('state')
      .where('appId', '=', actor.appId)
      .where('environment', '=', 'live')
      .execute();
    const changes = await db
      .selectFrom('keyChanges')
      .select('seq')
      .where('appId', '=', actor.appId)
      .where('state', '=', 'suspended')
      .execute();
    const spends = await db
      .selectFrom('enforcementSpends')
      .select('id')
      .where('appId', '=', actor.appId)
      .where('step', '=', 'suspend')
      .execute();
    return all([
      exactly(1, 'suspensions', open.length),
      exactly(1, 'open suspensions', open.filter(({ liftedAt }) => liftedAt === null).length),
      exactly(1, 'suspended live keys', keys.filter(({ state }) => state === 'suspended').length),
      exactly(1, 'changes of the key told to verifiers', changes.length),
      exactly(1, 'spends of the budget', spends.length),
      exactly(1, "'suspension.opened' audit entries", await entries(stage, actor, before, 'suspension.opened')),
    ]);
  },

  async mail({ db }, actor, before) {
    const notices = await db
      .selectFrom('notices')
      .select('id')
      .where('developerId', '=', actor.id)
      .where('template', 'in', ['reminder', 'final-notice'])
      .execute();
    const fresh = notices.filter(({ id }) => !before.noticeIds.includes(id));
    return exactly(1, 'notices of the moment', fresh.length);
  },
};

async function entries({ db }: Stage, { id }: Actor, before: Before, decision: string): Promise<number> {
  const found = await db
    .selectFrom('auditEntries')
    .select('seq')
    .where('developerId', '=', id)
    .where('seq', '>', before.seq)
    .where('decision', '=', decision)
    .execute();
  return found.length;
}

/** What the moment itself should have left in the record: once, no more and no less. */
export function judgeOutcome(stage: Stage, actor: Actor, before: Before, answer: unknown): Promise<Finding> {
  return momentJudges[actor.moment](stage, actor, before, answer);
}
