import { createHash } from 'node:crypto';
import { type DeveloperId, idFrom, type ReleaseId } from '../domain/ids';
import type { ActivityDeps } from './deps';

/** Carries a confirmed release to one developer's plans. The event is the same whenever it is tried again, so each is released once. */
export async function releaseDeveloper(
  deps: ActivityDeps,
  releaseId: ReleaseId,
  developerId: DeveloperId,
): Promise<void> {
  const release = await deps.db
    .selectFrom('releases')
    .innerJoin('staff', 'staff.personId', 'releases.confirmedBy')
    .select(['releases.proposedBy', 'releases.confirmedBy', 'staff.role'])
    .where('releases.id', '=', releaseId)
    .executeTakeFirst();
  if (!release?.confirmedBy) return;
  const plans = await deps.db
    .selectFrom('releasePlans')
    .innerJoin('plans', 'plans.id', 'releasePlans.planId')
    .select(['releasePlans.planId', 'releasePlans.step', 'plans.restrictedAt'])
    .where('releasePlans.releaseId', '=', releaseId)
    .where('releasePlans.developerId', '=', developerId)
    .execute();
  // A list that lay about names the step that waited then: the next one of the same plan was never looked at.
  const named = plans.filter(({ step, restrictedAt }) => (step === 'restrict') === (restrictedAt === null));
  await deps.transact(
    developerId,
    {
      id: idFrom('evt', createHash('sha256').update(`${releaseId}\n${developerId}`).digest()),
      type: 'enforcement.released',
      actor: { kind: 'staff', id: release.confirmedBy, role: release.role },
      releaseId,
      planIds: named.map((plan) => plan.planId),
      proposedBy: release.proposedBy,
    },
    {
      alongside: async (trx, { decisions }) => {
        const released = new Set(
          decisions.filter((decision) => decision.type === 'plan.released').map((decision) => decision.subject),
        );
        for (const { planId } of plans) {
          await trx
            .updateTable('releasePlans')
            .set({ outcome: released.has(planId) ? 'released' : 'passed-over', settledAt: new Date(deps.clock.now()) })
            .where('releaseId', '=', releaseId)
            .where('planId', '=', planId)
            .where('outcome', 'is', null)
            .execute();
        }
      },
    },
  );
}
