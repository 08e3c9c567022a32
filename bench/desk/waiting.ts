import { sql } from 'kysely';
import type { Maker } from './population';

/** What waits for the vendor: reviews, more time, exemptions, appeals, bounces, and who has not started. */
export async function addWaiting(db: Maker, now: Date): Promise<void> {
  const ago = (hours: number) =>
    sql`${now}::timestamptz - make_interval(mins => (born.n * 37 % ${sql.lit(hours * 60)})::int)`;
  const task = async (kind: string, subject: ReturnType<typeof sql>, where: ReturnType<typeof sql>) =>
    sql`insert into tasks (id, developer_id, kind, subject, assignee, opened_at)
      select 'tsk_' || substr(md5(${kind} || ${subject}), 1, 24), born.id, ${kind}, ${subject}, 'am', ${ago(160)}
      from born join plans on plans.cycle_id = born.cycle_id and right(plans.app_id, 1) = '1' where ${where}`.execute(
      db,
    );

  // Of those who are due or new, one in fifteen waits for a review.
  const inReview = sql`born.standing in ('due', 'onboarding') and born.n % 15 = 0`;
  const submissionId = sql`'sub_' || substr(plans.id, 5)`;
  await sql`insert into submissions (id, developer_id, signature_id, cycle_id, app_id, signed_at, signed_by, risk_flags, checks, needs_review,
      review_due_at, passes_provisionally_at)
    select ${submissionId}, born.id, 'sig_' || substr(plans.id, 5), plans.cycle_id, plans.app_id, ${ago(240)},
      'per_s' || lpad(born.n::text, 19, '0'), '[]', case when born.n % 2 = 0 then 'amber' else 'green' end, true,
      ${ago(240)} + interval '7 days', ${ago(240)} + interval '14 days'
    from born join plans on plans.cycle_id = born.cycle_id and right(plans.app_id, 1) = '1' where ${inReview}`.execute(
    db,
  );
  await sql`update requirements set state = 'submitted', submission_id = submissions.id
    from submissions where submissions.cycle_id = requirements.cycle_id and submissions.app_id = requirements.app_id`.execute(
    db,
  );
  await sql`update plans set stopped_at = submissions.signed_at, stopped_by = 'submission', submission_stops = 1
    from submissions where submissions.id = 'sub_' || substr(plans.id, 5)`.execute(db);
  await task('review', submissionId, inReview);

  await sql`insert into exemptions (id, developer_id, app_id, requirement_id, obligation, submission_id, statute, jurisdiction, reason,
      asked_until_on, ends_on, state, asked_by, asked_at)
    select 'exm_' || substr(submissions.id, 5), born.id, submissions.app_id, requirements.id, 'consent', submissions.id,
      'Section 17', 'SG', 'The schedule lets a public agency collect it.', ${now}::date + 300, ${now}::date + 300, 'claimed',
      submissions.signed_by, submissions.signed_at
    from born join submissions on submissions.developer_id = born.id
    join requirements on requirements.submission_id = submissions.id and requirements.obligation = 'consent'
    where born.n % 60 = 0`.execute(db);

  const wantsTime = sql`born.standing = 'due' and born.n % 71 = 1`;
  await sql`insert into extensions (id, developer_id, cycle_id, state, requested_at, requested_by, until_on, plan)
    select 'ext_' || substr(born.cycle_id, 5), born.id, born.cycle_id, 'open', ${ago(72)}, 'per_s' || lpad(born.n::text, 19, '0'),
      born.due_on + 14, 'The release that shows the new consent screen comes next week.'
    from born where ${wantsTime}`.execute(db);
  await task('extension', sql`'ext_' || substr(born.cycle_id, 5)`, wantsTime);

  const appeals = sql`born.standing = 'restricted' and born.n % 29 = 2`;
  await sql`insert into appeals (id, developer_id, app_id, against, subject, decision, subject_decided_at, subject_deciders, plan_id, words,
      evidence_ids, filed_at, filed_by, state, first_answer_due_at, decision_due_at)
    select 'apl_' || substr(plans.id, 5), born.id, plans.app_id, 'restriction', plans.id, plans.restrict_notice_id, plans.restricted_at, '[]', plans.id,
      'The notice went to an address that we gave up.', '[]', greatest(plans.restricted_at, ${ago(72)}), 'per_s' || lpad(born.n::text, 19, '0'), 'open',
      ${ago(72)} + interval '3 days', ${ago(72)} + interval '14 days'
    from born join plans on plans.cycle_id = born.cycle_id where ${appeals}`.execute(db);
  await task('appeal', sql`'apl_' || substr(plans.id, 5)`, appeals);

  const bounced = sql`born.standing in ('due', 'grace') and born.n % 47 = 4`;
  await sql`insert into notices (id, developer_id, template, scope, app_ids, rung, occasion, cycle_id, plan_ids, revision, audience, facts,
      state, created_at, bounced_at, confirmations)
    select 'ntc_b' || lpad(born.n::text, 19, '0'), born.id, 'reminder', 'all', '[]', '-14', (${now}::date - 2)::text, born.cycle_id, '[]', 1,
      '["signatory"]', '{"apps":[]}', 'bounced', ${ago(96)}, ${ago(96)}, '[]' from born where ${bounced}`.execute(db);
  await task('bounced-contact', sql`'ntc_b' || lpad(born.n::text, 19, '0')`, bounced);
  await task(
    'not-started',
    sql`born.cycle_id`,
    sql`born.standing = 'due' and born.due_on <= ${now}::date + 14 and plans.walk_step is null and born.n % 15 <> 0`,
  );
}
