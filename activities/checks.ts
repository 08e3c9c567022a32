import { offsetOf } from '../db/lifecycle/transact';
import { dayOf } from '../domain/calendar/zoned';
import type { AnswersByObligation } from '../domain/catalogue/condition';
import { urlsToCheck } from '../domain/catalogue/references';
import { text } from '../domain/catalogue/text';
import { type CheckOutcome, type CheckResult, evaluateChecks, type FetchedPage, overall } from '../domain/checks';
import type { DeveloperId, EventId, SubmissionId } from '../domain/ids';
import type { ActivityDeps } from './deps';

interface Named {
  developerId: DeveloperId;
  submissionId: SubmissionId;
}

export function createCheckActivities(deps: ActivityDeps) {
  return {
    /** Looks at everything the submission's answers point to, and keeps what was found. */
    async examine({ developerId, submissionId }: Named): Promise<CheckOutcome> {
      const submission = await deps.db
        .selectFrom('submissions')
        .innerJoin('apps', 'apps.id', 'submissions.appId')
        .innerJoin('cycles', 'cycles.id', 'submissions.cycleId')
        .innerJoin('developers', 'developers.id', 'submissions.developerId')
        .select([
          'apps.sdkProduct',
          'submissions.appId',
          'submissions.cycleId',
          'cycles.catalogueVersion',
          'developers.timeZone',
        ])
        .where('submissions.id', '=', submissionId)
        .where('submissions.developerId', '=', developerId)
        .executeTakeFirstOrThrow();
      const answers = await answersOf(deps, submission.appId, submission.cycleId);
      const pages: Record<string, FetchedPage> = {};
      for (const { url } of urlsToCheck(answers)) pages[url] ??= await deps.pages.fetch(url);
      const now = deps.clock.now() + (await offsetOf(deps.db, deps.lifecycle, developerId));
      const results = evaluateChecks({
        product: submission.sdkProduct,
        version: submission.catalogueVersion,
        answers,
        pages,
        today: dayOf(now, submission.timeZone),
      });
      await keep(deps, { developerId, submissionId }, results);
      return overall(results);
    },

    async checksCompleted({
      developerId,
      submissionId,
      eventId,
      outcome,
    }: Named & { eventId: EventId; outcome: CheckOutcome }): Promise<void> {
      await deps.transact(developerId, {
        id: eventId,
        type: 'checks.completed',
        actor: { kind: 'system', id: 'checks' },
        submissionId,
        outcome,
      });
    },

    /** The checks could not be run: our fault, so a person looks instead. */
    async checksInconclusive({ developerId, submissionId, eventId }: Named & { eventId: EventId }): Promise<void> {
      await keep(deps, { developerId, submissionId }, [
        {
          name: 'checks',
          obligation: 'notice',
          outcome: 'amber',
          detail: text(
            'The automatic checks could not be run; a person has to look.',
            '自动检查未能运行，须由人员查看。',
          ),
        },
      ]);
      await deps.transact(developerId, {
        id: eventId,
        type: 'checks.completed',
        actor: { kind: 'system', id: 'checks' },
        submissionId,
        outcome: 'amber',
      });
    },
  };
}

/** The answers as they were signed for this app, those accepted earlier in the cycle included. */
async function answersOf(deps: ActivityDeps, appId: string, cycleId: string): Promise<AnswersByObligation> {
  const rows = await deps.db
    .selectFrom('requirements')
    .innerJoin('statements', 'statements.id', 'requirements.statementId')
    .select(['requirements.obligation', 'statements.record'])
    .where('requirements.appId', '=', appId as never)
    .where('requirements.cycleId', '=', cycleId as never)
    .execute();
  return Object.fromEntries(
    rows.map((row) => [row.obligation, (row.record as { answers: Record<string, unknown> }).answers]),
  );
}

async function keep(
  deps: ActivityDeps,
  { developerId, submissionId }: Named,
  results: readonly CheckResult[],
): Promise<void> {
  const kept = results.map(({ detail, ...result }) => ({
    ...result,
    detail: detail.en,
    detailZhCn: detail['zh-CN'],
  }));
  const row = { results: JSON.stringify(kept), at: new Date(deps.clock.now()) };
  await deps.db
    .insertInto('checkResults')
    .values({ submissionId, developerId, ...row })
    .onConflict((conflict) => conflict.column('submissionId').doUpdateSet(row))
    .execute();
}
