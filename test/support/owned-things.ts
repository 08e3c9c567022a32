import { sql } from 'kysely';
import type { Database } from '../../db/database';
import type { DeveloperId } from '../../domain/ids';
import { fresh } from './attestation';

/** One of each thing that a developer's person may reach by its own id. */
export type OwnedThings = Awaited<ReturnType<typeof ownedThings>>;

/** Gives a developer one thing of each kind, as the record would have them; nobody decided them. */
export async function ownedThings(db: Database, developerId: DeveloperId, now: number) {
  const at = new Date(now);
  const ids = {
    appId: fresh('app'),
    cycleId: fresh('cyc'),
    planId: fresh('pln'),
    submissionId: fresh('sub'),
    requirementId: fresh('req'),
    noticeId: fresh('ntc'),
    extensionId: fresh('ext'),
    exemptionId: fresh('exm'),
    findingId: fresh('fnd'),
    appealId: fresh('apl'),
    terminationId: fresh('trm'),
  };
  const by = fresh('per');
  const statements = [
    sql`insert into developer_profiles values (${developerId}, 'Harbour Light', null, ${at}) on conflict do nothing`,
    sql`insert into apps (id, developer_id, sdk_product, entry, standing, standing_changed_at, registered_at, risk_flags)
      values (${ids.appId}, ${developerId}, 'native', 'registered', 'onboarding', ${at}, ${at}, '[]')`,
    sql`insert into app_profiles values (${ids.appId}, ${developerId}, 'Shop', ${at})`,
    sql`insert into cycles (id, developer_id, kind, campaign, catalogue_version, due_on, opened_at)
      values (${ids.cycleId}, ${developerId}, 'onboarding', '', '2026-11-01', '2026-12-23', ${at})`,
    sql`insert into submissions (id, developer_id, signature_id, cycle_id, app_id, signed_at, signed_by, risk_flags, checks, needs_review)
      values (${ids.submissionId}, ${developerId}, ${fresh('sig')}, ${ids.cycleId}, ${ids.appId}, ${at}, ${by}, '[]', 'green', true)`,
    sql`insert into requirements (id, developer_id, cycle_id, app_id, obligation, catalogue_version, state, submission_id)
      values (${ids.requirementId}, ${developerId}, ${ids.cycleId}, ${ids.appId}, 'consent', '2026-11-01', 'submitted', ${ids.submissionId})`,
    sql`insert into notices (id, developer_id, template, scope, app_ids, rung, occasion, plan_ids, revision, audience, facts, state,
        created_at, confirmations)
      values (${ids.noticeId}, ${developerId}, 'termination-notice', 'all', '[]', 'announced', 'x', '[]', 0, '["signatory"]', '{"apps":[]}',
        'queued', ${at}, '[]')`,
    sql`insert into extensions (id, developer_id, cycle_id, state, requested_at, requested_by, until_on, plan)
      values (${ids.extensionId}, ${developerId}, ${ids.cycleId}, 'open', ${at}, ${by}, '2027-01-05', 'We need time.')`,
    sql`insert into exemptions (id, developer_id, app_id, requirement_id, obligation, submission_id, statute, jurisdiction, reason,
        asked_until_on, ends_on, state, asked_by, asked_at)
      values (${ids.exemptionId}, ${developerId}, ${ids.appId}, ${ids.requirementId}, 'consent', ${ids.submissionId}, 'Section 17', 'SG',
        'A public agency.', '2027-11-23', '2027-11-23', 'claimed', ${by}, ${at})`,
    sql`insert into findings (id, developer_id, app_id, obligation, clause, facts, evidence, state, raised_at, raised_by, answer_evidence)
      values (${ids.findingId}, ${developerId}, ${ids.appId}, 'notice', '3.2', 'Facts.', '[]', 'open', ${at}, '{"kind":"system","id":"test"}', '[]')`,
    sql`insert into plans (id, developer_id, opened_at, finding_id, app_id, revision, formal_revision, rungs, submission_stops, walk_steps)
      values (${ids.planId}, ${developerId}, ${at}, ${ids.findingId}, ${ids.appId}, 1, 1, '[]', 0, '[]')`,
    sql`insert into appeals (id, developer_id, app_id, against, subject, decision, subject_decided_at, subject_deciders, words, evidence_ids,
        filed_at, filed_by, state, first_answer_due_at, decision_due_at)
      values (${ids.appealId}, ${developerId}, ${ids.appId}, 'finding', ${ids.findingId}, ${ids.findingId}, ${at}, '[]', 'Words.', '[]', ${at},
        ${by}, 'open', ${at}, ${at})`,
    sql`insert into terminations (id, developer_id, kind, reason, state, announced_by, announced_at, notice_id)
      values (${ids.terminationId}, ${developerId}, 'offboarding', 'Reasons.', 'announced', ${by}, ${at}, ${ids.noticeId})`,
  ];
  for (const statement of statements) await statement.execute(db);
  return ids;
}
