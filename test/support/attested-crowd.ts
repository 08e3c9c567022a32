import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../db/database';
import { currentCatalogueVersion } from '../../domain/catalogue';
import { idFrom, type PersonId } from '../../domain/ids';

/** Each test file's own: all share one Temporal, where a workflow of another's crowd would answer for the developer of the same id. */
const crowd = idFrom('dev', randomBytes(20)).slice(-8);

/** What a crowd is made of, as its members are numbered from 0. */
export const crowdOf = (count: number) => {
  const members = Array.from({ length: count }, (_, number) => number);
  return {
    /** Their periodic cycle is open and unmet. */
    unmet: members.filter((number) => number % 40 === 3).length,
    /** They signed five days late the last time. */
    late: members.filter((number) => number % 10 === 0).length,
    /** Their answers are of higher risk. */
    risky: members.filter((number) => number % 12 === 1).length,
  };
};

const dayMs = 86_400_000;

/**
 * So many developers with an attested app each, a signatory, and a past: enrolled 200 days ago, signed ten days before the due day or
 * five after it. Written as they stand, in seconds; from here on they are decided like any others.
 */
export async function attestedCrowd(db: Database, count: number, manager: PersonId, now: number): Promise<void> {
  const ago = (days: number) => new Date(now - days * dayMs);
  const number = sql`number`;
  const zone = sql`case when number % 3 = 0 then 'America/New_York' else 'Asia/Shanghai' end`;
  const id = (prefix: string, tag = '') => sql`${prefix} || lpad(number::text, 8, '0') || ${`${crowd}${tag}`}`;
  const from = sql`from generate_series(0, ${count - 1}) as crowd (number)`;
  const statements = [
    sql`insert into people (id, name, email, email_normalised, created_at)
      select ${id('per_')}, 'Mei Lin', 'signatory-' || number || '@crowd.example', 'signatory-' || number || '@crowd.example', ${ago(200)} ${from}`,
    sql`insert into developers (id, time_zone, country, language, enrolled_at, anchor_on, next_due_on, next_opens_at, last_decision_at,
        next_wake_at, next_wake_for, alarm_at, shown)
      select ${id('dev_')}, ${zone}, case when number % 3 = 0 then 'US' else 'CN' end, case when number % 2 = 0 then 'en' else 'zh-CN' end,
        ${ago(200)}, ${ago(170)}::date, ${ago(-195)}::date, ${ago(-135)}, ${ago(160)}, ${ago(-135)}, 'open-cycle', ${ago(-135)},
        jsonb_build_object('standing', case when number % 40 = 3 then 'due' else 'active' end, 'accountManagerId', ${manager}::text) ${from}`,
    sql`insert into developer_profiles (developer_id, legal_name, account_manager_id, created_at)
      select ${id('dev_')}, 'Crowd Studio ' || lpad(number::text, 5, '0'), ${manager}, ${ago(200)} ${from}`,
    sql`insert into memberships (person_id, developer_id, role, language, is_introducer, added_at, verified_at)
      select ${id('per_')}, ${id('dev_')}, 'signatory', case when number % 2 = 0 then 'en' else 'zh-CN' end, true, ${ago(200)}, ${ago(200)} ${from}`,
    sql`insert into apps (id, developer_id, sdk_product, entry, standing, standing_changed_at, registered_at, first_accepted_at,
        covered_through_on, risk_flags)
      select ${id('app_')}, ${id('dev_')}, 'native', 'registered', case when number % 40 = 3 then 'due' else 'active' end, ${ago(160)},
        ${ago(200)}, ${ago(160)}, ${ago(-195)}::date, case when number % 12 = 1 then '["face-data"]'::jsonb else '[]'::jsonb end ${from}`,
    sql`insert into app_profiles (app_id, developer_id, name, created_at)
      select ${id('app_')}, ${id('dev_')}, 'Crowd Mirror ' || number, ${ago(200)} ${from}`,
    sql`insert into cycles (id, developer_id, kind, campaign, catalogue_version, due_on, opened_at, closed_at)
      select ${id('cyc_')}, ${id('dev_')}, 'onboarding', '', ${currentCatalogueVersion}, ${ago(170)}::date, ${ago(200)}, ${ago(160)} ${from}`,
    sql`insert into plans (id, developer_id, opened_at, cycle_id, app_id, revision, formal_revision, due_on, due_at, base_on, rungs,
        submission_stops, walk_steps, closed_at)
      select ${id('pln_')}, ${id('dev_')}, ${ago(200)}, ${id('cyc_')}, ${id('app_')}, 1, 1, ${ago(170)}::date, ${ago(170)}, ${ago(170)}::date,
        '[]', 0, '[]', ${ago(160)} ${from}`,
    sql`insert into submissions (id, developer_id, signature_id, cycle_id, app_id, signed_at, signed_by, risk_flags, checks, needs_review, answered_at)
      select ${id('sub_')}, ${id('dev_')}, ${id('sig_')}, ${id('cyc_')}, ${id('app_')},
        case when ${number} % 10 = 0 then ${ago(165)}::timestamptz else ${ago(180)}::timestamptz end, ${id('per_')}, '[]', 'green', false, ${ago(160)} ${from}`,
    // A window is open for some: what they owe is unmet already.
    sql`insert into cycles (id, developer_id, kind, campaign, catalogue_version, due_on, opened_at)
      select ${id('cyc_', 'open')}, ${id('dev_')}, 'periodic', '', ${currentCatalogueVersion}, ${ago(-40)}::date, ${ago(20)} ${from} where number % 40 = 3`,
    sql`insert into plans (id, developer_id, opened_at, cycle_id, app_id, revision, formal_revision, due_on, due_at, base_on, rungs,
        restricts_not_before_at, suspends_not_before_at, submission_stops, walk_steps)
      select ${id('pln_', 'open')}, ${id('dev_')}, ${ago(20)}, ${id('cyc_', 'open')}, ${id('app_')}, 1, 1, ${ago(-40)}::date, ${ago(-40)}, ${ago(-40)}::date,
        '[]', ${ago(-56)}, ${ago(-70)}, 0, '[]' ${from} where number % 40 = 3`,
    sql`insert into requirements (id, developer_id, cycle_id, app_id, obligation, catalogue_version, state)
      select ${id('req_')} || obligation, ${id('dev_')}, ${id('cyc_', 'open')}, ${id('app_')}, obligation, ${currentCatalogueVersion}, 'open'
      ${from}, unnest(array['law', 'notice', 'consent', 'rights']) as asked (obligation) where number % 40 = 3`,
  ];
  for (const statement of statements) await statement.execute(db);
}

/** A member of the crowd by its number. */
export function memberOf(number: number) {
  const tag = `${String(number).padStart(8, '0')}${crowd}`;
  return {
    developerId: `dev_${tag}` as const,
    appId: `app_${tag}` as const,
    email: `signatory-${number}@crowd.example`,
  };
}
