-- Generated from the migrations. Change them, not this file.

CREATE OR REPLACE FUNCTION public.announce_app()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into verification_changes (xid, subject)
      values (pg_current_xact_id(), case when tg_op = 'DELETE' then old.app_id else new.app_id end)
      on conflict do nothing;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.announce_developer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into verification_changes (xid, subject)
      values (pg_current_xact_id(), case when tg_op = 'DELETE' then old.developer_id else new.developer_id end)
      on conflict do nothing;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.announce_itself()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into verification_changes (xid, subject)
      values (pg_current_xact_id(), case when tg_op = 'DELETE' then old.id else new.id end)
      on conflict do nothing;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.grams_of(words text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
  declare
    grams text[] := string_to_array(words, null);
    letters integer := cardinality(grams);
  begin
    for place in 2 .. letters loop
      grams[letters + place - 1] := grams[place - 1] || grams[place];
    end loop;
    return grams;
  end $function$;

CREATE OR REPLACE FUNCTION public.refresh_desk_by_decision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    perform refresh_desk_developers(array(select distinct developer_id from added));
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.refresh_desk_by_name()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    perform refresh_desk_developers(array[new.developer_id]);
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.refresh_desk_developers(ids text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
  begin
    perform from developers where id = any (ids) order by id for no key update;
    insert into desk_developers
      select developer.id, profile.account_manager_id, lower(profile.legal_name), developer.country, developer.language,
        developer.enrolled_at, developer.offboarded_at is not null,
        coalesce(used.standing_rank, 0),
        coalesce(
          (select min(due_on) from plans where developer_id = developer.id and closed_at is null),
          developer.next_due_on, date '9999-12-31'),
        coalesce(used.app_count, 0), coalesce(used.sdk_products, '{}'),
        coalesce(open.tasks, 0),
        (select count(*) from submissions where developer_id = developer.id and answered_at is null and needs_review),
        coalesce(open.bounces, 0) > 0,
        lower(profile.legal_name) || coalesce(E'\n' || (
          select string_agg(lower(app.name), E'\n' order by app.app_id) from app_profiles app
          where app.developer_id = developer.id), '')
      from developers developer
      join developer_profiles profile on profile.developer_id = developer.id
      left join lateral (
        select count(*) as app_count, array_agg(distinct sdk_product order by sdk_product) as sdk_products,
          max(array_position(array['active', 'onboarding', 'due', 'grace', 'restricted', 'suspended'], standing)) as standing_rank
        from apps where developer_id = developer.id and retired_at is null
      ) used on true
      left join lateral (
        select count(*) as tasks, count(*) filter (where kind = 'bounced-contact') as bounces
        from tasks where developer_id = developer.id and closed_at is null
      ) open on true
      where developer.id = any (ids)
    on conflict (developer_id) do update set
      account_manager_id = excluded.account_manager_id, name_key = excluded.name_key, country = excluded.country,
      language = excluded.language, enrolled_at = excluded.enrolled_at, is_offboarded = excluded.is_offboarded,
      standing_rank = excluded.standing_rank, due_on = excluded.due_on, app_count = excluded.app_count,
      sdk_products = excluded.sdk_products, open_task_count = excluded.open_task_count,
      open_review_count = excluded.open_review_count, is_unreachable = excluded.is_unreachable,
      words = excluded.words
    where desk_developers is distinct from excluded;
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_changing_published()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if old.published_at is not null then
      raise exception 'a published version of the policy is never changed' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_changing_started()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if tg_op = 'DELETE' or (old.started_at is not null and (to_jsonb(new) - array['state', 'ended_at']) is distinct from (to_jsonb(old) - array['state', 'ended_at']))
      or (old.ended_at is not null) then
      raise exception 'a campaign that was started is not changed, and none is deleted' using errcode = 'restrict_violation';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_other_mandate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if tg_op = 'UPDATE' and new.content is null and to_jsonb(new) - 'content' = to_jsonb(old) - 'content' then
      return new;
    end if;
    raise exception 'mandates is append-only, but for destroying a file' using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_other_terms()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    raise exception 'a running % keeps its terms', tg_table_name using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_regranting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  declare
    later text[] := array['mandate_evidence_id', 'revoked_by', 'revoked_at', 'revocation_reason'];
  begin
    if tg_op = 'UPDATE' and old.revoked_at is null and to_jsonb(new) - later = to_jsonb(old) - later then
      return new;
    end if;
    raise exception 'delegations: what was granted stays as it was granted' using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_resigning()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  declare
    erasable text[] := array['typed_name', 'typed_title', 'salt'];
  begin
    if tg_op = 'UPDATE' and new.salt is null and to_jsonb(new) - erasable = to_jsonb(old) - erasable then
      return new;
    end if;
    raise exception 'signatures is append-only, but for erasing what was typed' using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_revival()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    raise exception 'a revoked app stays revoked' using errcode = 'check_violation';
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv and to_jsonb(old) -> tg_argv[0] = 'null'::jsonb then
      return new;
    end if;
    raise exception '% is append-only, but for ending a row once', tg_table_name using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_rewriting_terms()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  declare moving text[] := array['state', 'approved_by', 'approved_at', 'ended_by', 'ended_at'];
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - moving = to_jsonb(old) - moving
      and (old.approved_at is null or (new.approved_at = old.approved_at and new.approved_by = old.approved_by))
      and (old.state, new.state) in (('proposed', 'in-force'), ('proposed', 'withdrawn'), ('in-force', 'superseded')) then
      return new;
    end if;
    raise exception 'a version of the terms is never rewritten' using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_unapproved_terms()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if not exists (select from terms_versions where id = new.terms_id and approved_at is not null) then
      raise exception 'the terms % were never approved', new.terms_id using errcode = 'check_violation';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_unexplained_suspension()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.class in ('account-manager', 'legal') and not exists (
      select from suspension_requests request join notices on notices.occasion = request.id
      where request.id = new.request_id and request.state = 'confirmed' and request.class = new.class
        and request.app_id = new.app_id and notices.template = 'suspended-by-decision' and notices.app_ids ? new.app_id
    ) then
      raise exception 'a suspension by people needs a second person and its statement of reasons' using errcode = 'check_violation';
    end if;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_unheard_lifting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.lifted_by = 'appeal' and old.lifted_by is null and not exists (
      select from appeals where state = 'upheld' and developer_id = new.developer_id and app_id = new.app_id and (subject = new.id or plan_id = new.plan_id)
    ) then
      raise exception 'a suspension is lifted by an appeal only when one was upheld' using errcode = 'check_violation';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_unheard_revocation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.standing = 'revoked' and not exists (
      select from terminations where app_id = new.id and kind = 'revocation' and state = 'executed'
    ) then
      raise exception 'an app is revoked by a confirmed termination only' using errcode = 'check_violation';
    end if;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_unheard_suspension()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if exists (select from suspensions where id = new.id) then
      return new;
    end if;
    if new.class in ('obligation', 'finding') and (
      not exists (select from notices where id = new.formal_notice_id and state = 'accepted'
        and (
          (new.class = 'obligation' and template = 'formal-notice' and accepted_at <= new.opened_at - interval '14 days')
          or (new.class = 'finding' and template = 'finding-notice' and accepted_at <= new.opened_at - interval '5 days')
        ))
      or not exists (select from notices where id = new.final_notice_id and template = 'final-notice' and state = 'accepted'
        and accepted_at <= new.opened_at - interval '72 hours' and accepted_at >= new.opened_at - interval '14 days 2 hours')
    ) then
      raise exception 'a suspension needs its delivered formal and final notice' using errcode = 'check_violation';
    end if;
    if new.class in ('obligation', 'finding')
      and not exists (select from plans where id = new.plan_id and (finding_id is not null) = (new.class = 'finding')) then
      raise exception 'a suspension is of the class of its plan' using errcode = 'check_violation';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_unheard_termination()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.state = 'executed' and not exists (
      select from notices where id = new.notice_id and template = 'termination-notice' and state = 'accepted'
        and accepted_at <= new.executed_at - interval '30 days'
    ) then
      raise exception 'a termination needs its notice, delivered 30 days before' using errcode = 'check_violation';
    end if;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_unrecorded_undoing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.lifted_by = 'undone' and old.lifted_by is null and not exists (
      select from post_mortems join wrongful_enforcements on wrongful_enforcements.post_mortem_id = post_mortems.id
      where post_mortems.suspension_id = new.id and post_mortems.undone_at = new.lifted_at
    ) then
      raise exception 'a suspension is undone only with its post-mortem' using errcode = 'check_violation';
    end if;
    return new;
  end $function$;

CREATE TABLE alert_mails (
  alert_id text NOT NULL,
  person_id text NOT NULL,
  settled_at timestamp with time zone NOT NULL,
  CONSTRAINT alert_mails_pkey PRIMARY KEY (alert_id, person_id),
  CONSTRAINT alert_mails_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES enforcement_alerts(id)
);

CREATE TABLE api_tokens (
  id text NOT NULL,
  name text NOT NULL,
  token_hash text NOT NULL,
  last_four text NOT NULL,
  scopes text[] NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_tokens_pkey PRIMARY KEY (id),
  CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash),
  CONSTRAINT api_tokens_check CHECK ((expires_at > created_at)),
  CONSTRAINT api_tokens_id_check CHECK ((id ~ '^tok_'::text)),
  CONSTRAINT api_tokens_scopes_check CHECK (((cardinality(scopes) > 0) AND (scopes <@ ARRAY['verify'::text, 'developers:read'::text, 'developers:write'::text, 'mail-events:write'::text]))),
  CONSTRAINT api_tokens_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT api_tokens_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
);

CREATE TABLE app_profiles (
  app_id text NOT NULL,
  developer_id text NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT app_profiles_pkey PRIMARY KEY (app_id),
  CONSTRAINT app_profiles_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT app_profiles_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX app_profiles_developer ON public.app_profiles USING btree (developer_id);

CREATE TABLE appeals (
  id text NOT NULL,
  developer_id text NOT NULL,
  app_id text NOT NULL,
  against text NOT NULL,
  subject text NOT NULL,
  decision text NOT NULL,
  subject_decided_at timestamp with time zone NOT NULL,
  subject_deciders jsonb NOT NULL,
  plan_id text,
  words text NOT NULL,
  evidence_ids jsonb NOT NULL,
  filed_at timestamp with time zone NOT NULL,
  filed_by text NOT NULL,
  state text NOT NULL,
  subject_ended_at timestamp with time zone,
  first_answer_due_at timestamp with time zone NOT NULL,
  first_answered_at timestamp with time zone,
  first_answered_by text,
  first_answer text,
  decision_due_at timestamp with time zone NOT NULL,
  first_late_told_at timestamp with time zone,
  decision_late_told_at timestamp with time zone,
  decided_at timestamp with time zone,
  decided_by text,
  reason text,
  CONSTRAINT appeals_pkey PRIMARY KEY (id),
  CONSTRAINT appeals_against_check CHECK ((against = ANY (ARRAY['return'::text, 'finding'::text, 'restriction'::text, 'suspension'::text]))),
  CONSTRAINT appeals_check CHECK ((filed_at >= subject_decided_at)),
  CONSTRAINT appeals_check1 CHECK (((state = 'open'::text) = (decided_at IS NULL))),
  CONSTRAINT appeals_check2 CHECK (((state = ANY (ARRAY['upheld'::text, 'dismissed'::text])) = ((decided_by IS NOT NULL) AND (reason IS NOT NULL)))),
  CONSTRAINT appeals_check3 CHECK ((((first_answered_at IS NULL) = (first_answered_by IS NULL)) AND ((first_answered_at IS NULL) = (first_answer IS NULL)))),
  CONSTRAINT appeals_check4 CHECK (((decided_by IS NULL) OR ((decided_by <> filed_by) AND (NOT (subject_deciders @> to_jsonb(decided_by)))))),
  CONSTRAINT appeals_id_check CHECK ((id ~ '^apl_'::text)),
  CONSTRAINT appeals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'upheld'::text, 'dismissed'::text, 'withdrawn'::text]))),
  CONSTRAINT appeals_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT appeals_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT appeals_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
);
CREATE INDEX appeals_developer ON public.appeals USING btree (developer_id, filed_at);
CREATE UNIQUE INDEX appeals_one_a_decision ON public.appeals USING btree (subject, decision);
CREATE INDEX appeals_open ON public.appeals USING btree (filed_at) WHERE (state = 'open'::text);

CREATE TABLE apps (
  id text NOT NULL,
  developer_id text NOT NULL,
  sdk_product text NOT NULL,
  entry text NOT NULL,
  standing text NOT NULL,
  standing_changed_at timestamp with time zone NOT NULL,
  registered_at timestamp with time zone NOT NULL,
  first_accepted_at timestamp with time zone,
  covered_through_on date,
  risk_flags jsonb NOT NULL,
  lapsed_at timestamp with time zone,
  retired_at timestamp with time zone,
  CONSTRAINT apps_pkey PRIMARY KEY (id),
  CONSTRAINT apps_entry_check CHECK ((entry = ANY (ARRAY['registered'::text, 'imported'::text]))),
  CONSTRAINT apps_id_check CHECK ((id ~ '^app_'::text)),
  CONSTRAINT apps_standing_check CHECK ((standing = ANY (ARRAY['onboarding'::text, 'active'::text, 'due'::text, 'grace'::text, 'restricted'::text, 'suspended'::text, 'revoked'::text, 'offboarded'::text]))),
  CONSTRAINT apps_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX apps_developer ON public.apps USING btree (developer_id);
CREATE INDEX apps_standing ON public.apps USING btree (standing);

CREATE TABLE audit_entries (
  seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  developer_id text NOT NULL,
  app_id text,
  event_id text NOT NULL,
  event text NOT NULL,
  decision text NOT NULL,
  subject text NOT NULL,
  actor jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  rule text,
  why text NOT NULL,
  data jsonb NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_entries_pkey PRIMARY KEY (seq),
  CONSTRAINT audit_entries_hash_key UNIQUE (hash),
  CONSTRAINT audit_entries_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX audit_developer ON public.audit_entries USING btree (developer_id, seq);
CREATE INDEX audit_standings ON public.audit_entries USING btree (at) WHERE (decision = ANY (ARRAY['app.standing-changed'::text, 'app.registered'::text, 'app.imported'::text]));

CREATE TABLE campaign_changes (
  seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  campaign_id text NOT NULL,
  change text NOT NULL,
  by text,
  reason text,
  at timestamp with time zone NOT NULL,
  CONSTRAINT campaign_changes_pkey PRIMARY KEY (seq),
  CONSTRAINT campaign_changes_change_check CHECK ((change = ANY (ARRAY['drafted'::text, 'changed'::text, 'examining'::text, 'examined'::text, 'proposed'::text, 'started'::text, 'paused'::text, 'resumed'::text, 'cancelled'::text, 'finished'::text]))),
  CONSTRAINT campaign_changes_by_fkey FOREIGN KEY (by) REFERENCES people(id),
  CONSTRAINT campaign_changes_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id)
);
CREATE INDEX campaign_changes_campaign ON public.campaign_changes USING btree (campaign_id, seq);

CREATE TABLE campaign_developers (
  campaign_id text NOT NULL,
  developer_id text NOT NULL,
  what_if jsonb,
  outcome text,
  because text,
  due_on date,
  settled_at timestamp with time zone,
  CONSTRAINT campaign_developers_pkey PRIMARY KEY (campaign_id, developer_id),
  CONSTRAINT campaign_developers_check CHECK ((((outcome IS NULL) = (settled_at IS NULL)) AND ((because IS NOT NULL) = (NOT (outcome IS DISTINCT FROM 'passed-over'::text))))),
  CONSTRAINT campaign_developers_outcome_check CHECK ((outcome = ANY (ARRAY['asked'::text, 'passed-over'::text]))),
  CONSTRAINT campaign_developers_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  CONSTRAINT campaign_developers_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX campaign_developers_developer ON public.campaign_developers USING btree (developer_id);

CREATE TABLE campaigns (
  id text NOT NULL,
  name text NOT NULL,
  policy_version_id text NOT NULL,
  obligations jsonb NOT NULL,
  audience jsonb NOT NULL,
  due_after text NOT NULL,
  spread_over text NOT NULL,
  state text NOT NULL,
  authors jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  examined_at timestamp with time zone,
  proposed_by text,
  proposed_at timestamp with time zone,
  started_by text,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  CONSTRAINT campaigns_pkey PRIMARY KEY (id),
  CONSTRAINT campaigns_authors_check CHECK ((jsonb_array_length(authors) > 0)),
  CONSTRAINT campaigns_check CHECK ((((proposed_at IS NULL) = (proposed_by IS NULL)) AND ((started_at IS NULL) = (started_by IS NULL)))),
  CONSTRAINT campaigns_check1 CHECK (((started_by IS NULL) OR ((started_by <> proposed_by) AND (NOT (authors ? started_by))))),
  CONSTRAINT campaigns_check2 CHECK (((state <> ALL (ARRAY['running'::text, 'paused'::text, 'finished'::text])) OR ((started_at IS NOT NULL) AND (examined_at IS NOT NULL)))),
  CONSTRAINT campaigns_check3 CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['finished'::text, 'cancelled'::text])))),
  CONSTRAINT campaigns_id_check CHECK ((id ~ '^cmp_'::text)),
  CONSTRAINT campaigns_obligations_check CHECK ((jsonb_array_length(obligations) > 0)),
  CONSTRAINT campaigns_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'examining'::text, 'examined'::text, 'proposed'::text, 'running'::text, 'paused'::text, 'finished'::text, 'cancelled'::text]))),
  CONSTRAINT campaigns_policy_version_id_fkey FOREIGN KEY (policy_version_id) REFERENCES policy_versions(id),
  CONSTRAINT campaigns_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES people(id),
  CONSTRAINT campaigns_started_by_fkey FOREIGN KEY (started_by) REFERENCES people(id)
);
CREATE INDEX campaigns_created ON public.campaigns USING btree (created_at);

CREATE TABLE check_results (
  submission_id text NOT NULL,
  developer_id text NOT NULL,
  results jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT check_results_pkey PRIMARY KEY (submission_id),
  CONSTRAINT check_results_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT check_results_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id)
);

CREATE TABLE cycles (
  id text NOT NULL,
  developer_id text NOT NULL,
  kind text NOT NULL,
  campaign text NOT NULL,
  catalogue_version text NOT NULL,
  due_on date,
  opened_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone,
  terms_id text,
  spread_over text,
  CONSTRAINT cycles_pkey PRIMARY KEY (id),
  CONSTRAINT cycles_id_check CHECK ((id ~ '^cyc_'::text)),
  CONSTRAINT cycles_kind_check CHECK ((kind = ANY (ARRAY['onboarding'::text, 'periodic'::text, 'campaign'::text]))),
  CONSTRAINT cycles_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT cycles_terms_id_fkey FOREIGN KEY (terms_id) REFERENCES terms_versions(id)
);
CREATE INDEX cycles_campaign ON public.cycles USING btree (campaign) WHERE (campaign <> ''::text);
CREATE INDEX cycles_due ON public.cycles USING btree (due_on) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX cycles_one_open ON public.cycles USING btree (developer_id, kind, campaign) WHERE (closed_at IS NULL);

CREATE TABLE delegates (
  delegation_id text NOT NULL,
  person_id text NOT NULL,
  language text NOT NULL,
  is_introducer boolean NOT NULL,
  added_at timestamp with time zone NOT NULL,
  verified_at timestamp with time zone,
  CONSTRAINT delegates_pkey PRIMARY KEY (delegation_id, person_id),
  CONSTRAINT delegates_language_check CHECK ((language = ANY (ARRAY['en'::text, 'zh-CN'::text]))),
  CONSTRAINT delegates_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegations(id),
  CONSTRAINT delegates_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX delegates_by_person ON public.delegates USING btree (person_id);

CREATE TABLE delegation_changes (
  seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  delegation_id text NOT NULL,
  developer_id text NOT NULL,
  change text NOT NULL,
  person_id text,
  mandate_evidence_id text,
  by jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT delegation_changes_pkey PRIMARY KEY (seq),
  CONSTRAINT delegation_changes_change_check CHECK ((change = ANY (ARRAY['granted'::text, 'mandate-uploaded'::text, 'delegate-added'::text, 'delegate-verified'::text, 'delegate-removed'::text, 'revoked'::text]))),
  CONSTRAINT delegation_changes_check CHECK (((person_id IS NOT NULL) = (change ~~ 'delegate-%'::text))),
  CONSTRAINT delegation_changes_check1 CHECK (((mandate_evidence_id IS NOT NULL) = (change = 'mandate-uploaded'::text))),
  CONSTRAINT delegation_changes_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegations(id),
  CONSTRAINT delegation_changes_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT delegation_changes_mandate_evidence_id_fkey FOREIGN KEY (mandate_evidence_id) REFERENCES mandates(id),
  CONSTRAINT delegation_changes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX delegation_changes_by_delegation ON public.delegation_changes USING btree (delegation_id, seq);

CREATE TABLE delegations (
  id text NOT NULL,
  developer_id text NOT NULL,
  agency_name text NOT NULL,
  scopes text[] NOT NULL,
  granted_by text NOT NULL,
  granted_at timestamp with time zone NOT NULL,
  ends_on date NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  mandate_evidence_id text,
  revoked_by text,
  revoked_at timestamp with time zone,
  revocation_reason text,
  CONSTRAINT delegations_pkey PRIMARY KEY (id),
  CONSTRAINT delegations_check CHECK ((ends_at > granted_at)),
  CONSTRAINT delegations_check1 CHECK ((((revoked_at IS NULL) = (revoked_by IS NULL)) AND ((revoked_at IS NULL) = (revocation_reason IS NULL)))),
  CONSTRAINT delegations_id_check CHECK ((id ~ '^dlg_'::text)),
  CONSTRAINT delegations_scopes_check CHECK (((cardinality(scopes) > 0) AND (scopes <@ ARRAY['draft'::text, 'sign'::text, 'keys'::text]))),
  CONSTRAINT delegations_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT delegations_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people(id),
  CONSTRAINT delegations_mandate_evidence_id_id_fkey FOREIGN KEY (mandate_evidence_id, id) REFERENCES mandates(id, delegation_id),
  CONSTRAINT delegations_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people(id)
);
CREATE INDEX delegations_by_developer ON public.delegations USING btree (developer_id, granted_at, id);

CREATE TABLE deliveries (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  notice_id text NOT NULL,
  developer_id text NOT NULL,
  person_id text NOT NULL,
  audience text NOT NULL,
  message_id text NOT NULL,
  state text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  response text,
  sent_at timestamp with time zone,
  settled_at timestamp with time zone,
  subject text,
  text text,
  html text,
  CONSTRAINT deliveries_pkey PRIMARY KEY (id),
  CONSTRAINT deliveries_message_id_key UNIQUE (message_id),
  CONSTRAINT deliveries_notice_id_person_id_key UNIQUE (notice_id, person_id),
  CONSTRAINT deliveries_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'accepted'::text, 'bounced'::text, 'failed'::text]))),
  CONSTRAINT deliveries_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT deliveries_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notices(id)
);

CREATE TABLE desk_developers (
  developer_id text NOT NULL,
  account_manager_id text,
  name_key text NOT NULL,
  country text NOT NULL,
  language text NOT NULL,
  enrolled_at timestamp with time zone NOT NULL,
  is_offboarded boolean NOT NULL,
  standing_rank integer NOT NULL,
  due_on date NOT NULL,
  app_count integer NOT NULL,
  sdk_products text[] NOT NULL,
  open_task_count integer NOT NULL,
  open_review_count integer NOT NULL,
  is_unreachable boolean NOT NULL,
  words text NOT NULL,
  CONSTRAINT desk_developers_pkey PRIMARY KEY (developer_id),
  CONSTRAINT desk_developers_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX desk_developers_country ON public.desk_developers USING btree (country, name_key, developer_id);
CREATE INDEX desk_developers_due ON public.desk_developers USING btree (due_on, developer_id);
CREATE INDEX desk_developers_enrolled ON public.desk_developers USING btree (enrolled_at, developer_id);
CREATE INDEX desk_developers_gone ON public.desk_developers USING btree (name_key, developer_id) WHERE is_offboarded;
CREATE INDEX desk_developers_grams ON public.desk_developers USING gin (grams_of(words));
CREATE INDEX desk_developers_in_review ON public.desk_developers USING btree (name_key, developer_id) WHERE (open_review_count > 0);
CREATE INDEX desk_developers_manager ON public.desk_developers USING btree (account_manager_id, name_key, developer_id);
CREATE INDEX desk_developers_name ON public.desk_developers USING btree (name_key, developer_id);
CREATE INDEX desk_developers_rank ON public.desk_developers USING btree (standing_rank, developer_id);
CREATE INDEX desk_developers_standing ON public.desk_developers USING btree (standing_rank, name_key, developer_id);
CREATE INDEX desk_developers_unreachable ON public.desk_developers USING btree (name_key, developer_id) WHERE is_unreachable;
CREATE INDEX desk_developers_with_tasks ON public.desk_developers USING btree (name_key, developer_id) WHERE (open_task_count > 0);

CREATE TABLE desk_views (
  id text NOT NULL,
  person_id text NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT desk_views_pkey PRIMARY KEY (id),
  CONSTRAINT desk_views_id_check CHECK ((id ~ '^dvw_'::text)),
  CONSTRAINT desk_views_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE UNIQUE INDEX desk_views_name ON public.desk_views USING btree (person_id, lower(name));
CREATE INDEX desk_views_person ON public.desk_views USING btree (person_id, created_at, id);

CREATE TABLE developer_notes (
  id text NOT NULL,
  developer_id text NOT NULL,
  words text NOT NULL,
  written_by text NOT NULL,
  written_at timestamp with time zone NOT NULL,
  CONSTRAINT developer_notes_pkey PRIMARY KEY (id),
  CONSTRAINT developer_notes_id_check CHECK ((id ~ '^nte_'::text)),
  CONSTRAINT developer_notes_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT developer_notes_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id)
);
CREATE INDEX developer_notes_developer ON public.developer_notes USING btree (developer_id, written_at, id);

CREATE TABLE developer_offsets (
  developer_id text NOT NULL,
  offset_ms bigint NOT NULL,
  CONSTRAINT developer_offsets_pkey PRIMARY KEY (developer_id),
  CONSTRAINT developer_offsets_offset_ms_check CHECK ((offset_ms >= 0)),
  CONSTRAINT developer_offsets_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);

CREATE TABLE developer_profiles (
  developer_id text NOT NULL,
  legal_name text NOT NULL,
  account_manager_id text,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT developer_profiles_pkey PRIMARY KEY (developer_id),
  CONSTRAINT developer_profiles_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX developer_profiles_manager ON public.developer_profiles USING btree (account_manager_id);
CREATE INDEX developer_profiles_name ON public.developer_profiles USING btree (lower(legal_name), developer_id);

CREATE TABLE developer_references (
  reference text NOT NULL,
  developer_id text NOT NULL,
  import_id text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT developer_references_pkey PRIMARY KEY (reference),
  CONSTRAINT developer_references_developer_id_key UNIQUE (developer_id),
  CONSTRAINT developer_references_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);

CREATE TABLE developers (
  id text NOT NULL,
  time_zone text NOT NULL,
  country text NOT NULL,
  language text NOT NULL,
  enrolled_at timestamp with time zone NOT NULL,
  anchor_on date,
  next_due_on date,
  next_opens_at timestamp with time zone,
  last_decision_at timestamp with time zone NOT NULL,
  last_reminded_on date,
  offboarded_at timestamp with time zone,
  next_wake_at timestamp with time zone,
  next_wake_for text,
  alarm_at timestamp with time zone,
  shown jsonb,
  tier_id text,
  terms_id text,
  opened_through_on date,
  CONSTRAINT developers_pkey PRIMARY KEY (id),
  CONSTRAINT developers_check CHECK (((next_due_on IS NULL) = (next_opens_at IS NULL))),
  CONSTRAINT developers_check1 CHECK (((terms_id IS NULL) OR (tier_id IS NOT NULL))),
  CONSTRAINT developers_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT developers_id_check CHECK ((id ~ '^dev_'::text)),
  CONSTRAINT developers_language_check CHECK ((language = ANY (ARRAY['en'::text, 'zh-CN'::text]))),
  CONSTRAINT developers_terms_id_tier_id_fkey FOREIGN KEY (terms_id, tier_id) REFERENCES terms_versions(id, tier_id),
  CONSTRAINT developers_tier_id_fkey FOREIGN KEY (tier_id) REFERENCES tiers(id)
);
CREATE INDEX developers_next_wake ON public.developers USING btree (next_wake_at) WHERE (next_wake_at IS NOT NULL);
CREATE INDEX developers_of_tier ON public.developers USING btree (tier_id, id) WHERE (tier_id IS NOT NULL);

CREATE TABLE drafts (
  requirement_id text NOT NULL,
  developer_id text NOT NULL,
  answers jsonb NOT NULL,
  version integer NOT NULL,
  saved_by text NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  CONSTRAINT drafts_pkey PRIMARY KEY (requirement_id),
  CONSTRAINT drafts_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT drafts_requirement_id_fkey FOREIGN KEY (requirement_id) REFERENCES requirements(id)
);

CREATE TABLE durable_engine (
  id integer NOT NULL,
  identity text NOT NULL,
  CONSTRAINT durable_engine_pkey PRIMARY KEY (id),
  CONSTRAINT durable_engine_id_check CHECK ((id = 1))
);

CREATE TABLE enforcement_alerts (
  id text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone,
  budget_size integer NOT NULL,
  budget_window text NOT NULL,
  CONSTRAINT enforcement_alerts_pkey PRIMARY KEY (id),
  CONSTRAINT enforcement_alerts_check CHECK (((closed_at IS NULL) OR (closed_at >= opened_at))),
  CONSTRAINT enforcement_alerts_id_check CHECK ((id ~ '^alr_'::text))
);
CREATE UNIQUE INDEX enforcement_alerts_one_open ON public.enforcement_alerts USING btree (((closed_at IS NULL))) WHERE (closed_at IS NULL);

CREATE TABLE enforcement_budget (
  id integer NOT NULL,
  CONSTRAINT enforcement_budget_pkey PRIMARY KEY (id),
  CONSTRAINT enforcement_budget_id_check CHECK ((id = 1))
);

CREATE TABLE enforcement_spends (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  developer_id text NOT NULL,
  app_id text NOT NULL,
  step text NOT NULL,
  event_id text NOT NULL,
  at timestamp with time zone NOT NULL,
  plan_id text,
  CONSTRAINT enforcement_spends_pkey PRIMARY KEY (id),
  CONSTRAINT enforcement_spends_step_check CHECK ((step = ANY (ARRAY['restrict'::text, 'suspend'::text]))),
  CONSTRAINT enforcement_spends_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT enforcement_spends_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT enforcement_spends_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
);
CREATE INDEX enforcement_spends_at ON public.enforcement_spends USING btree (at);
CREATE UNIQUE INDEX enforcement_spends_once ON public.enforcement_spends USING btree (event_id, app_id, step, plan_id) NULLS NOT DISTINCT;

CREATE TABLE evidence (
  id text NOT NULL,
  developer_id text NOT NULL,
  app_id text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  content bytea,
  uploaded_by text NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  CONSTRAINT evidence_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_id_check CHECK ((id ~ '^evd_'::text)),
  CONSTRAINT evidence_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT evidence_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX evidence_developer ON public.evidence USING btree (developer_id, app_id);

CREATE TABLE exemptions (
  id text NOT NULL,
  developer_id text NOT NULL,
  app_id text NOT NULL,
  requirement_id text NOT NULL,
  obligation text NOT NULL,
  submission_id text NOT NULL,
  statute text NOT NULL,
  jurisdiction text NOT NULL,
  reason text NOT NULL,
  asked_until_on date NOT NULL,
  ends_on date NOT NULL,
  ends_at timestamp with time zone,
  tells_at timestamp with time zone,
  state text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  decided_by text,
  decided_at timestamp with time zone,
  decision_reason text,
  noticed_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text,
  end_reason text,
  CONSTRAINT exemptions_pkey PRIMARY KEY (id),
  CONSTRAINT exemptions_check CHECK ((ends_on <= asked_until_on)),
  CONSTRAINT exemptions_check1 CHECK (((decided_by IS NULL) OR (decided_by <> asked_by))),
  CONSTRAINT exemptions_check2 CHECK (((state <> ALL (ARRAY['granted'::text, 'ended'::text])) OR ((decided_by IS NOT NULL) AND (ends_at IS NOT NULL)))),
  CONSTRAINT exemptions_check3 CHECK (((state <> 'refused'::text) OR (decision_reason IS NOT NULL))),
  CONSTRAINT exemptions_check4 CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['ended'::text, 'superseded'::text])))),
  CONSTRAINT exemptions_check5 CHECK (((ended_by IS NULL) = (end_reason IS NULL))),
  CONSTRAINT exemptions_id_check CHECK ((id ~ '^exm_'::text)),
  CONSTRAINT exemptions_jurisdiction_check CHECK ((jurisdiction ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT exemptions_state_check CHECK ((state = ANY (ARRAY['claimed'::text, 'granted'::text, 'refused'::text, 'ended'::text, 'superseded'::text]))),
  CONSTRAINT exemptions_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT exemptions_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT exemptions_requirement_id_fkey FOREIGN KEY (requirement_id) REFERENCES requirements(id),
  CONSTRAINT exemptions_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id)
);
CREATE INDEX exemptions_developer ON public.exemptions USING btree (developer_id);
CREATE INDEX exemptions_ends ON public.exemptions USING btree (ends_on);
CREATE UNIQUE INDEX exemptions_one_claimed ON public.exemptions USING btree (requirement_id) WHERE (state = 'claimed'::text);
CREATE UNIQUE INDEX exemptions_one_granted ON public.exemptions USING btree (app_id, obligation) WHERE (state = 'granted'::text);

CREATE TABLE extensions (
  id text NOT NULL,
  developer_id text NOT NULL,
  cycle_id text NOT NULL,
  state text NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  requested_by text NOT NULL,
  until_on date NOT NULL,
  plan text NOT NULL,
  granted_until_on date,
  decided_at timestamp with time zone,
  decided_by text,
  reason text,
  CONSTRAINT extensions_pkey PRIMARY KEY (id),
  CONSTRAINT extensions_check CHECK (((state = 'granted'::text) = (granted_until_on IS NOT NULL))),
  CONSTRAINT extensions_check1 CHECK (((decided_by IS NULL) OR (decided_by <> requested_by))),
  CONSTRAINT extensions_id_check CHECK ((id ~ '^ext_'::text)),
  CONSTRAINT extensions_state_check CHECK ((state = ANY (ARRAY['open'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT extensions_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id),
  CONSTRAINT extensions_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE UNIQUE INDEX extensions_one_a_cycle ON public.extensions USING btree (cycle_id);
CREATE INDEX extensions_open ON public.extensions USING btree (requested_at) WHERE (state = 'open'::text);

CREATE TABLE findings (
  id text NOT NULL,
  developer_id text NOT NULL,
  app_id text NOT NULL,
  obligation text NOT NULL,
  clause text NOT NULL,
  facts text NOT NULL,
  evidence jsonb NOT NULL,
  state text NOT NULL,
  raised_at timestamp with time zone NOT NULL,
  raised_by jsonb NOT NULL,
  answer text,
  answer_evidence jsonb NOT NULL,
  answered_at timestamp with time zone,
  answered_by text,
  review_due_at timestamp with time zone,
  review_escalates_at timestamp with time zone,
  outcome text,
  decided_at timestamp with time zone,
  decided_by jsonb,
  reason text,
  CONSTRAINT findings_pkey PRIMARY KEY (id),
  CONSTRAINT findings_check CHECK ((((answered_at IS NULL) = (answer IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)))),
  CONSTRAINT findings_check1 CHECK (((state <> 'answered'::text) OR (answered_at IS NOT NULL))),
  CONSTRAINT findings_check2 CHECK (((state <> ALL (ARRAY['cured'::text, 'withdrawn'::text])) OR (NOT (outcome IS DISTINCT FROM state)))),
  CONSTRAINT findings_check3 CHECK (((outcome IS NULL) = (decided_at IS NULL))),
  CONSTRAINT findings_check4 CHECK (((outcome IS DISTINCT FROM 'not-cured'::text) OR (reason IS NOT NULL))),
  CONSTRAINT findings_check5 CHECK ((((decided_by ->> 'id'::text) IS NULL) OR ((decided_by ->> 'id'::text) <> answered_by))),
  CONSTRAINT findings_id_check CHECK ((id ~ '^fnd_'::text)),
  CONSTRAINT findings_obligation_check CHECK ((obligation = ANY (ARRAY['law'::text, 'notice'::text, 'consent'::text, 'rights'::text]))),
  CONSTRAINT findings_outcome_check CHECK ((outcome = ANY (ARRAY['cured'::text, 'not-cured'::text, 'withdrawn'::text]))),
  CONSTRAINT findings_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'cured'::text, 'withdrawn'::text, 'superseded'::text]))),
  CONSTRAINT findings_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT findings_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX findings_app_open ON public.findings USING btree (app_id) WHERE (state = ANY (ARRAY['open'::text, 'answered'::text]));
CREATE INDEX findings_developer ON public.findings USING btree (developer_id, raised_at);
CREATE INDEX findings_open ON public.findings USING btree (raised_at) WHERE (state = ANY (ARRAY['open'::text, 'answered'::text]));

CREATE TABLE freeze_days (
  id text NOT NULL,
  developer_id text,
  day date NOT NULL,
  reason text NOT NULL,
  added_by text NOT NULL,
  added_at timestamp with time zone NOT NULL,
  removed_by text,
  removed_at timestamp with time zone,
  removal_reason text,
  CONSTRAINT freeze_days_pkey PRIMARY KEY (id),
  CONSTRAINT freeze_days_check CHECK ((((removed_at IS NULL) = (removed_by IS NULL)) AND ((removed_at IS NULL) = (removal_reason IS NULL)))),
  CONSTRAINT freeze_days_id_check CHECK ((id ~ '^frz_'::text)),
  CONSTRAINT freeze_days_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE UNIQUE INDEX freeze_days_one ON public.freeze_days USING btree (COALESCE(developer_id, ''::text), day) WHERE (removed_at IS NULL);

CREATE TABLE holds (
  id text NOT NULL,
  developer_id text,
  reason text NOT NULL,
  placed_by text NOT NULL,
  placed_at timestamp with time zone NOT NULL,
  lifted_by text,
  lifted_at timestamp with time zone,
  lift_reason text,
  CONSTRAINT holds_pkey PRIMARY KEY (id),
  CONSTRAINT holds_check CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lift_reason IS NULL)))),
  CONSTRAINT holds_id_check CHECK ((id ~ '^hld_'::text)),
  CONSTRAINT holds_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX holds_open ON public.holds USING btree (developer_id) WHERE (lifted_at IS NULL);

CREATE TABLE idempotency_keys (
  caller text NOT NULL,
  key_hash text NOT NULL,
  request_hash text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  answered_at timestamp with time zone,
  answer text,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (caller, key_hash),
  CONSTRAINT idempotency_keys_check CHECK (((answered_at IS NULL) = (answer IS NULL)))
);
CREATE INDEX idempotency_keys_by_start ON public.idempotency_keys USING btree (started_at);

CREATE TABLE import_rows (
  import_id text NOT NULL,
  row_number integer NOT NULL,
  developer_reference text NOT NULL,
  cells jsonb,
  problems jsonb NOT NULL,
  outcome text NOT NULL,
  developer_id text,
  fault jsonb,
  settled_at timestamp with time zone,
  CONSTRAINT import_rows_pkey PRIMARY KEY (import_id, row_number),
  CONSTRAINT import_rows_check CHECK (((outcome = 'failed'::text) = (fault IS NOT NULL))),
  CONSTRAINT import_rows_check1 CHECK (((outcome <> 'created'::text) OR ((developer_id IS NOT NULL) AND (cells IS NULL)))),
  CONSTRAINT import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'left-out'::text, 'known'::text, 'created'::text, 'failed'::text]))),
  CONSTRAINT import_rows_row_number_check CHECK ((row_number >= 2)),
  CONSTRAINT import_rows_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE
);
CREATE INDEX import_rows_reference ON public.import_rows USING btree (import_id, developer_reference);
CREATE INDEX import_rows_waiting ON public.import_rows USING btree (import_id, row_number) WHERE (outcome = 'waiting'::text);

CREATE TABLE imports (
  id text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  state text NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  started_by text,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  spread_over text,
  CONSTRAINT imports_pkey PRIMARY KEY (id),
  CONSTRAINT imports_check CHECK (((started_at IS NULL) = (started_by IS NULL))),
  CONSTRAINT imports_check1 CHECK (((state = 'previewed'::text) OR (started_at IS NOT NULL))),
  CONSTRAINT imports_check2 CHECK (((state = 'completed'::text) = (ended_at IS NOT NULL))),
  CONSTRAINT imports_id_check CHECK ((id ~ '^imp_'::text)),
  CONSTRAINT imports_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT imports_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'running'::text, 'stopped'::text, 'completed'::text]))),
  CONSTRAINT imports_started_by_fkey FOREIGN KEY (started_by) REFERENCES people(id),
  CONSTRAINT imports_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people(id)
);
CREATE INDEX imports_uploaded ON public.imports USING btree (uploaded_at, id);

CREATE TABLE key_changes (
  seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  key_id text NOT NULL,
  developer_id text NOT NULL,
  app_id text NOT NULL,
  state text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT key_changes_pkey PRIMARY KEY (seq),
  CONSTRAINT key_changes_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT key_changes_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);

CREATE TABLE key_secrets (
  key_id text NOT NULL,
  app_id text NOT NULL,
  hash text NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  last_four text NOT NULL,
  status_index integer GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  CONSTRAINT key_secrets_pkey PRIMARY KEY (key_id),
  CONSTRAINT key_secrets_hash_key UNIQUE (hash),
  CONSTRAINT key_secrets_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT key_secrets_key_id_fkey FOREIGN KEY (key_id) REFERENCES keys(id)
);
CREATE UNIQUE INDEX key_secrets_status_index ON public.key_secrets USING btree (status_index);

CREATE TABLE key_usage (
  key_id text NOT NULL,
  hour_at timestamp with time zone NOT NULL,
  count bigint NOT NULL,
  CONSTRAINT key_usage_pkey PRIMARY KEY (key_id, hour_at),
  CONSTRAINT key_usage_count_check CHECK ((count > 0)),
  CONSTRAINT key_usage_key_id_fkey FOREIGN KEY (key_id) REFERENCES keys(id)
);
CREATE INDEX key_usage_hour ON public.key_usage USING btree (hour_at);

CREATE TABLE keys (
  id text NOT NULL,
  developer_id text NOT NULL,
  app_id text NOT NULL,
  environment text NOT NULL,
  state text NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  replaced_by text,
  CONSTRAINT keys_pkey PRIMARY KEY (id),
  CONSTRAINT keys_check CHECK (((environment = 'live'::text) OR (state <> 'suspended'::text))),
  CONSTRAINT keys_environment_check CHECK ((environment = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT keys_id_check CHECK ((id ~ '^key_'::text)),
  CONSTRAINT keys_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'revoked'::text, 'expired'::text]))),
  CONSTRAINT keys_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT keys_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX keys_app ON public.keys USING btree (app_id);
CREATE INDEX keys_developer ON public.keys USING btree (developer_id);

CREATE TABLE lifecycle_events (
  event_id text NOT NULL,
  developer_id text NOT NULL,
  type text NOT NULL,
  taken_at timestamp with time zone NOT NULL,
  CONSTRAINT lifecycle_events_pkey PRIMARY KEY (event_id),
  CONSTRAINT lifecycle_events_event_id_check CHECK ((event_id ~ '^evt_'::text)),
  CONSTRAINT lifecycle_events_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);

CREATE TABLE mandates (
  id text NOT NULL,
  delegation_id text NOT NULL,
  developer_id text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  content bytea,
  uploaded_by text NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  CONSTRAINT mandates_pkey PRIMARY KEY (id),
  CONSTRAINT mandates_id_delegation_id_key UNIQUE (id, delegation_id),
  CONSTRAINT mandates_id_check CHECK ((id ~ '^evd_'::text)),
  CONSTRAINT mandates_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text]))),
  CONSTRAINT mandates_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT mandates_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegations(id),
  CONSTRAINT mandates_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT mandates_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people(id)
);

CREATE TABLE membership_changes (
  seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  person_id text NOT NULL,
  developer_id text NOT NULL,
  change text NOT NULL,
  role text NOT NULL,
  by jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT membership_changes_pkey PRIMARY KEY (seq),
  CONSTRAINT membership_changes_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'verified'::text, 'removed'::text]))),
  CONSTRAINT membership_changes_role_check CHECK ((role = ANY (ARRAY['signatory'::text, 'preparer'::text, 'backup'::text, 'executive'::text, 'legal'::text]))),
  CONSTRAINT membership_changes_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT membership_changes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX membership_changes_by_developer ON public.membership_changes USING btree (developer_id, seq);

CREATE TABLE memberships (
  person_id text NOT NULL,
  developer_id text NOT NULL,
  role text NOT NULL,
  language text NOT NULL,
  is_introducer boolean NOT NULL,
  added_at timestamp with time zone NOT NULL,
  verified_at timestamp with time zone,
  CONSTRAINT memberships_pkey PRIMARY KEY (person_id, developer_id),
  CONSTRAINT memberships_language_check CHECK ((language = ANY (ARRAY['en'::text, 'zh-CN'::text]))),
  CONSTRAINT memberships_role_check CHECK ((role = ANY (ARRAY['signatory'::text, 'preparer'::text, 'backup'::text, 'executive'::text, 'legal'::text]))),
  CONSTRAINT memberships_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT memberships_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX memberships_by_developer ON public.memberships USING btree (developer_id, added_at, person_id);

CREATE TABLE notices (
  id text NOT NULL,
  developer_id text NOT NULL,
  template text NOT NULL,
  scope text NOT NULL,
  app_ids jsonb NOT NULL,
  rung text NOT NULL,
  occasion text NOT NULL,
  cycle_id text,
  plan_ids jsonb NOT NULL,
  revision integer NOT NULL,
  audience jsonb NOT NULL,
  facts jsonb NOT NULL,
  state text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  accepted_at timestamp with time zone,
  bounced_at timestamp with time zone,
  confirmations jsonb NOT NULL,
  CONSTRAINT notices_pkey PRIMARY KEY (id),
  CONSTRAINT notices_developer_id_scope_template_rung_occasion_key UNIQUE (developer_id, scope, template, rung, occasion),
  CONSTRAINT notices_check CHECK (((state = 'accepted'::text) = (accepted_at IS NOT NULL))),
  CONSTRAINT notices_id_check CHECK ((id ~ '^ntc_'::text)),
  CONSTRAINT notices_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'accepted'::text, 'bounced'::text, 'cancelled'::text]))),
  CONSTRAINT notices_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id),
  CONSTRAINT notices_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX notices_developer ON public.notices USING btree (developer_id, created_at);
CREATE UNIQUE INDEX notices_one_reminder_a_day ON public.notices USING btree (developer_id, occasion) WHERE (template = 'reminder'::text);
CREATE INDEX notices_queued ON public.notices USING btree (created_at) WHERE (state = 'queued'::text);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  not_before_at timestamp with time zone NOT NULL,
  delivered_at timestamp with time zone,
  version integer DEFAULT 0 NOT NULL,
  leased_until_at timestamp with time zone,
  attempts integer DEFAULT 0 NOT NULL,
  last_fault text,
  CONSTRAINT outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_next ON public.outbox USING btree (not_before_at) WHERE (delivered_at IS NULL);
CREATE UNIQUE INDEX outbox_waiting ON public.outbox USING btree (kind, subject) WHERE (delivered_at IS NULL);

CREATE TABLE people (
  id text NOT NULL,
  name text,
  email text,
  email_normalised text,
  created_at timestamp with time zone NOT NULL,
  erased_at timestamp with time zone,
  CONSTRAINT people_pkey PRIMARY KEY (id),
  CONSTRAINT people_email_normalised_key UNIQUE (email_normalised),
  CONSTRAINT people_check CHECK (((erased_at IS NULL) = (email IS NOT NULL))),
  CONSTRAINT people_check1 CHECK (((email IS NULL) = (email_normalised IS NULL))),
  CONSTRAINT people_check2 CHECK (((erased_at IS NULL) OR (name IS NULL))),
  CONSTRAINT people_id_check CHECK ((id ~ '^per_'::text))
);

CREATE TABLE plans (
  id text NOT NULL,
  developer_id text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  cycle_id text,
  app_id text NOT NULL,
  revision integer NOT NULL,
  formal_revision integer NOT NULL,
  due_on date,
  due_at timestamp with time zone,
  base_on date,
  lapsed_at timestamp with time zone,
  rungs jsonb NOT NULL,
  restricts_not_before_at timestamp with time zone,
  suspends_not_before_at timestamp with time zone,
  restricted_at timestamp with time zone,
  restrict_notice_id text,
  stopped_at timestamp with time zone,
  stopped_by text,
  submission_stops integer NOT NULL,
  passed_provisionally_at timestamp with time zone,
  blocked_by text,
  walk_step text,
  walk_steps jsonb NOT NULL,
  closed_at timestamp with time zone,
  finding_id text,
  released_by text,
  terms_id text,
  CONSTRAINT plans_pkey PRIMARY KEY (id),
  CONSTRAINT plans_blocked_by_check CHECK ((blocked_by = ANY (ARRAY['notice'::text, 'budget'::text, 'hold'::text]))),
  CONSTRAINT plans_check CHECK (((formal_revision >= 1) AND (formal_revision <= revision))),
  CONSTRAINT plans_check1 CHECK (((stopped_at IS NULL) = (stopped_by IS NULL))),
  CONSTRAINT plans_check2 CHECK (((restricted_at IS NULL) OR (restrict_notice_id IS NOT NULL))),
  CONSTRAINT plans_check3 CHECK (((restricted_at IS NULL) OR (restricts_not_before_at <= restricted_at))),
  CONSTRAINT plans_id_check CHECK ((id ~ '^pln_'::text)),
  CONSTRAINT plans_matter_check CHECK (((cycle_id IS NULL) <> (finding_id IS NULL))),
  CONSTRAINT plans_of_findings_check CHECK (((finding_id IS NULL) OR ((passed_provisionally_at IS NULL) AND (stopped_by IS DISTINCT FROM 'submission'::text) AND (stopped_by IS DISTINCT FROM 'extension'::text)))),
  CONSTRAINT plans_released_check CHECK (((released_by IS NULL) OR (blocked_by IS DISTINCT FROM 'budget'::text))),
  CONSTRAINT plans_revision_check CHECK ((revision >= 1)),
  CONSTRAINT plans_stopped_by_check CHECK ((stopped_by = ANY (ARRAY['submission'::text, 'extension'::text, 'appeal'::text, 'answer'::text]))),
  CONSTRAINT plans_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT plans_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id),
  CONSTRAINT plans_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT plans_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES findings(id),
  CONSTRAINT plans_released_by_fkey FOREIGN KEY (released_by) REFERENCES releases(id),
  CONSTRAINT plans_terms_id_fkey FOREIGN KEY (terms_id) REFERENCES terms_versions(id)
);
CREATE INDEX plans_blocked ON public.plans USING btree (blocked_by, developer_id) WHERE ((blocked_by IS NOT NULL) AND (closed_at IS NULL));
CREATE INDEX plans_developer ON public.plans USING btree (developer_id);
CREATE INDEX plans_lapsed ON public.plans USING btree (suspends_not_before_at) WHERE ((closed_at IS NULL) AND (lapsed_at IS NOT NULL));
CREATE UNIQUE INDEX plans_one_of_finding ON public.plans USING btree (finding_id);
CREATE UNIQUE INDEX plans_one_open ON public.plans USING btree (cycle_id, app_id) WHERE (closed_at IS NULL);

CREATE TABLE policy_versions (
  id text NOT NULL,
  title text NOT NULL,
  clauses jsonb NOT NULL,
  clauses_before jsonb,
  summary jsonb NOT NULL,
  is_material boolean NOT NULL,
  sdk_products jsonb NOT NULL,
  catalogue_version text NOT NULL,
  effective_on date NOT NULL,
  authors jsonb NOT NULL,
  drafted_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  published_by text,
  published_at timestamp with time zone,
  CONSTRAINT policy_versions_pkey PRIMARY KEY (id),
  CONSTRAINT policy_versions_authors_check CHECK ((jsonb_array_length(authors) > 0)),
  CONSTRAINT policy_versions_check CHECK ((((published_at IS NULL) = (published_by IS NULL)) AND ((published_at IS NULL) = (clauses_before IS NULL)))),
  CONSTRAINT policy_versions_check1 CHECK (((published_by IS NULL) OR (NOT (authors ? published_by)))),
  CONSTRAINT policy_versions_id_check CHECK ((id ~ '^pol_'::text)),
  CONSTRAINT policy_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id)
);
CREATE INDEX policy_versions_published ON public.policy_versions USING btree (published_at DESC) WHERE (published_at IS NOT NULL);

CREATE TABLE post_mortems (
  id text NOT NULL,
  developer_id text NOT NULL,
  suspension_id text NOT NULL,
  app_id text NOT NULL,
  class text NOT NULL,
  key_ids jsonb NOT NULL,
  suspended_at timestamp with time zone NOT NULL,
  undone_at timestamp with time zone NOT NULL,
  undone_by text NOT NULL,
  reason text NOT NULL,
  found text NOT NULL,
  concluded_at timestamp with time zone,
  concluded_by text,
  cause text,
  prevention text,
  CONSTRAINT post_mortems_pkey PRIMARY KEY (id),
  CONSTRAINT post_mortems_suspension_id_key UNIQUE (suspension_id),
  CONSTRAINT post_mortems_check CHECK ((undone_at >= suspended_at)),
  CONSTRAINT post_mortems_check1 CHECK ((((concluded_at IS NULL) = (concluded_by IS NULL)) AND ((concluded_at IS NULL) = (cause IS NULL)) AND ((concluded_at IS NULL) = (prevention IS NULL)))),
  CONSTRAINT post_mortems_class_check CHECK ((class = ANY (ARRAY['obligation'::text, 'finding'::text, 'account-manager'::text, 'legal'::text]))),
  CONSTRAINT post_mortems_id_check CHECK ((id ~ '^pmt_'::text)),
  CONSTRAINT post_mortems_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT post_mortems_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT post_mortems_suspension_id_fkey FOREIGN KEY (suspension_id) REFERENCES suspensions(id)
);
CREATE INDEX post_mortems_developer ON public.post_mortems USING btree (developer_id);
CREATE INDEX post_mortems_undone ON public.post_mortems USING btree (undone_at);

CREATE TABLE release_plans (
  release_id text NOT NULL,
  plan_id text NOT NULL,
  developer_id text NOT NULL,
  app_id text NOT NULL,
  step text NOT NULL,
  outcome text,
  settled_at timestamp with time zone,
  CONSTRAINT release_plans_pkey PRIMARY KEY (release_id, plan_id),
  CONSTRAINT release_plans_check CHECK (((outcome IS NULL) = (settled_at IS NULL))),
  CONSTRAINT release_plans_outcome_check CHECK ((outcome = ANY (ARRAY['released'::text, 'passed-over'::text]))),
  CONSTRAINT release_plans_step_check CHECK ((step = ANY (ARRAY['restrict'::text, 'suspend'::text]))),
  CONSTRAINT release_plans_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT release_plans_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT release_plans_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id),
  CONSTRAINT release_plans_release_id_fkey FOREIGN KEY (release_id) REFERENCES releases(id)
);
CREATE INDEX release_plans_developer ON public.release_plans USING btree (release_id, developer_id);

CREATE TABLE releases (
  id text NOT NULL,
  reason text NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  confirmed_by text,
  confirmed_at timestamp with time zone,
  CONSTRAINT releases_pkey PRIMARY KEY (id),
  CONSTRAINT releases_check CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL))),
  CONSTRAINT releases_check1 CHECK (((confirmed_by IS NULL) OR (confirmed_by <> proposed_by))),
  CONSTRAINT releases_id_check CHECK ((id ~ '^rls_'::text))
);
CREATE INDEX releases_proposed ON public.releases USING btree (proposed_at);

CREATE TABLE requirements (
  id text NOT NULL,
  developer_id text NOT NULL,
  cycle_id text NOT NULL,
  app_id text NOT NULL,
  obligation text NOT NULL,
  catalogue_version text NOT NULL,
  state text NOT NULL,
  statement_id text,
  submission_id text,
  reason_code text,
  reason text,
  decided_at timestamp with time zone,
  exemption_id text,
  decided_by text,
  CONSTRAINT requirements_pkey PRIMARY KEY (id),
  CONSTRAINT requirements_check CHECK (((state <> 'returned'::text) OR ((reason_code IS NOT NULL) AND (reason IS NOT NULL)))),
  CONSTRAINT requirements_check1 CHECK (((state <> ALL (ARRAY['submitted'::text, 'accepted'::text])) OR (submission_id IS NOT NULL))),
  CONSTRAINT requirements_exempt_by CHECK (((state <> 'exempt'::text) OR (exemption_id IS NOT NULL))),
  CONSTRAINT requirements_id_check CHECK ((id ~ '^req_'::text)),
  CONSTRAINT requirements_obligation_check CHECK ((obligation = ANY (ARRAY['law'::text, 'notice'::text, 'consent'::text, 'rights'::text]))),
  CONSTRAINT requirements_state_check CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'exempt'::text, 'superseded'::text]))),
  CONSTRAINT requirements_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT requirements_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id),
  CONSTRAINT requirements_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT requirements_exemption_id_fkey FOREIGN KEY (exemption_id) REFERENCES exemptions(id)
);
CREATE INDEX requirements_developer ON public.requirements USING btree (developer_id);
CREATE UNIQUE INDEX requirements_one ON public.requirements USING btree (cycle_id, app_id, obligation) WHERE (state <> 'superseded'::text);

CREATE TABLE review_questions (
  id text NOT NULL,
  developer_id text NOT NULL,
  submission_id text NOT NULL,
  requirement_id text NOT NULL,
  words text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  asked_by text NOT NULL,
  answered_at timestamp with time zone,
  answered_by text,
  answer text,
  CONSTRAINT review_questions_pkey PRIMARY KEY (id),
  CONSTRAINT review_questions_answer_check CHECK ((answer <> ''::text)),
  CONSTRAINT review_questions_check CHECK ((answered_at >= asked_at)),
  CONSTRAINT review_questions_check1 CHECK ((((answered_at IS NULL) = (answered_by IS NULL)) AND ((answered_at IS NULL) = (answer IS NULL)))),
  CONSTRAINT review_questions_id_check CHECK ((id ~ '^qst_'::text)),
  CONSTRAINT review_questions_words_check CHECK ((words <> ''::text)),
  CONSTRAINT review_questions_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT review_questions_requirement_id_fkey FOREIGN KEY (requirement_id) REFERENCES requirements(id),
  CONSTRAINT review_questions_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id)
);
CREATE UNIQUE INDEX review_questions_one_open ON public.review_questions USING btree (submission_id, requirement_id) WHERE (answered_at IS NULL);
CREATE INDEX review_questions_submission ON public.review_questions USING btree (submission_id, asked_at);

CREATE TABLE sessions (
  id text NOT NULL,
  person_id text NOT NULL,
  token_hash text NOT NULL,
  client text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  browser text,
  operating_system text,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_token_hash_key UNIQUE (token_hash),
  CONSTRAINT sessions_browser_check CHECK (((length(browser) >= 1) AND (length(browser) <= 40))),
  CONSTRAINT sessions_check CHECK ((expires_at > created_at)),
  CONSTRAINT sessions_client_check CHECK ((client = ANY (ARRAY['browser'::text, 'script'::text]))),
  CONSTRAINT sessions_id_check CHECK ((id ~ '^ses_'::text)),
  CONSTRAINT sessions_operating_system_check CHECK (((length(operating_system) >= 1) AND (length(operating_system) <= 40))),
  CONSTRAINT sessions_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX sessions_by_expiry ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_by_person ON public.sessions USING btree (person_id);

CREATE TABLE sign_in_links (
  token_hash text NOT NULL,
  person_id text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT sign_in_links_pkey PRIMARY KEY (token_hash),
  CONSTRAINT sign_in_links_check CHECK ((expires_at > created_at)),
  CONSTRAINT sign_in_links_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT sign_in_links_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX sign_in_links_by_expiry ON public.sign_in_links USING btree (expires_at);

CREATE TABLE signatures (
  id text NOT NULL,
  developer_id text NOT NULL,
  signed_by text NOT NULL,
  signed_at timestamp with time zone NOT NULL,
  words text NOT NULL,
  language text NOT NULL,
  salt text,
  commitment text NOT NULL,
  typed_name text,
  typed_title text,
  delegation_id text,
  CONSTRAINT signatures_pkey PRIMARY KEY (id),
  CONSTRAINT signatures_check CHECK ((((salt IS NULL) = (typed_name IS NULL)) AND ((salt IS NULL) = (typed_title IS NULL)))),
  CONSTRAINT signatures_id_check CHECK ((id ~ '^sig_'::text)),
  CONSTRAINT signatures_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegations(id),
  CONSTRAINT signatures_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);

CREATE TABLE signing_keys (
  kid text NOT NULL,
  private_jwk jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  CONSTRAINT signing_keys_pkey PRIMARY KEY (kid)
);
CREATE UNIQUE INDEX signing_keys_one_current ON public.signing_keys USING btree ((1)) WHERE (retired_at IS NULL);

CREATE TABLE staff (
  person_id text NOT NULL,
  role text NOT NULL,
  language text NOT NULL,
  is_active boolean NOT NULL,
  added_at timestamp with time zone NOT NULL,
  team text,
  CONSTRAINT staff_pkey PRIMARY KEY (person_id),
  CONSTRAINT staff_language_check CHECK ((language = ANY (ARRAY['en'::text, 'zh-CN'::text]))),
  CONSTRAINT staff_role_check CHECK ((role = ANY (ARRAY['am'::text, 'lead'::text, 'legal'::text, 'admin'::text]))),
  CONSTRAINT staff_team_check CHECK (((length(team) >= 1) AND (length(team) <= 60))),
  CONSTRAINT staff_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

CREATE TABLE staff_changes (
  seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  person_id text NOT NULL,
  change text NOT NULL,
  data jsonb NOT NULL,
  by text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT staff_changes_pkey PRIMARY KEY (seq),
  CONSTRAINT staff_changes_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'leave-entered'::text, 'leave-ended'::text, 'handed-over'::text]))),
  CONSTRAINT staff_changes_by_fkey FOREIGN KEY (by) REFERENCES people(id),
  CONSTRAINT staff_changes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX staff_changes_of ON public.staff_changes USING btree (person_id, seq);

CREATE TABLE staff_leaves (
  id text NOT NULL,
  person_id text NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  stand_in_id text NOT NULL,
  entered_by text NOT NULL,
  entered_at timestamp with time zone NOT NULL,
  ended_by text,
  ended_at timestamp with time zone,
  CONSTRAINT staff_leaves_pkey PRIMARY KEY (id),
  CONSTRAINT staff_leaves_check CHECK ((until_on >= from_on)),
  CONSTRAINT staff_leaves_check1 CHECK ((stand_in_id <> person_id)),
  CONSTRAINT staff_leaves_check2 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  CONSTRAINT staff_leaves_id_check CHECK ((id ~ '^lve_'::text)),
  CONSTRAINT staff_leaves_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id),
  CONSTRAINT staff_leaves_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id),
  CONSTRAINT staff_leaves_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff(person_id),
  CONSTRAINT staff_leaves_stand_in_id_fkey FOREIGN KEY (stand_in_id) REFERENCES staff(person_id)
);
CREATE INDEX staff_leaves_standing ON public.staff_leaves USING btree (until_on) WHERE (ended_at IS NULL);

CREATE TABLE statements (
  id text NOT NULL,
  developer_id text NOT NULL,
  app_id text NOT NULL,
  requirement_id text NOT NULL,
  signature_id text NOT NULL,
  submission_id text,
  record jsonb NOT NULL,
  sha256 text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT statements_pkey PRIMARY KEY (id),
  CONSTRAINT statements_id_check CHECK ((id ~ '^stm_'::text)),
  CONSTRAINT statements_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT statements_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT statements_requirement_id_fkey FOREIGN KEY (requirement_id) REFERENCES requirements(id),
  CONSTRAINT statements_signature_id_fkey FOREIGN KEY (signature_id) REFERENCES signatures(id)
);
CREATE INDEX statements_requirement ON public.statements USING btree (requirement_id);
CREATE INDEX statements_signature ON public.statements USING btree (signature_id);

CREATE TABLE submissions (
  id text NOT NULL,
  developer_id text NOT NULL,
  signature_id text NOT NULL,
  cycle_id text NOT NULL,
  app_id text NOT NULL,
  signed_at timestamp with time zone NOT NULL,
  signed_by text NOT NULL,
  risk_flags jsonb NOT NULL,
  checks text NOT NULL,
  needs_review boolean NOT NULL,
  review_due_at timestamp with time zone,
  passes_provisionally_at timestamp with time zone,
  overdue_told_at timestamp with time zone,
  answered_at timestamp with time zone,
  CONSTRAINT submissions_pkey PRIMARY KEY (id),
  CONSTRAINT submissions_checks_check CHECK ((checks = ANY (ARRAY['pending'::text, 'green'::text, 'amber'::text, 'red'::text]))),
  CONSTRAINT submissions_id_check CHECK ((id ~ '^sub_'::text)),
  CONSTRAINT submissions_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT submissions_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id),
  CONSTRAINT submissions_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX submissions_developer ON public.submissions USING btree (developer_id);
CREATE INDEX submissions_waiting ON public.submissions USING btree (signed_at) WHERE (answered_at IS NULL);

CREATE TABLE suspension_requests (
  id text NOT NULL,
  developer_id text NOT NULL,
  app_id text NOT NULL,
  class text NOT NULL,
  reason text NOT NULL,
  clause text NOT NULL,
  state text NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  decided_by text,
  decided_at timestamp with time zone,
  decision_reason text,
  CONSTRAINT suspension_requests_pkey PRIMARY KEY (id),
  CONSTRAINT suspension_requests_check CHECK (((state = 'open'::text) = (decided_at IS NULL))),
  CONSTRAINT suspension_requests_check1 CHECK (((state <> ALL (ARRAY['confirmed'::text, 'refused'::text])) OR (decided_by <> requested_by))),
  CONSTRAINT suspension_requests_check2 CHECK (((state <> ALL (ARRAY['confirmed'::text, 'refused'::text])) OR (decided_by IS NOT NULL))),
  CONSTRAINT suspension_requests_class_check CHECK ((class = ANY (ARRAY['account-manager'::text, 'legal'::text]))),
  CONSTRAINT suspension_requests_id_check CHECK ((id ~ '^srq_'::text)),
  CONSTRAINT suspension_requests_state_check CHECK ((state = ANY (ARRAY['open'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT suspension_requests_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT suspension_requests_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX suspension_requests_developer ON public.suspension_requests USING btree (developer_id, requested_at);
CREATE UNIQUE INDEX suspension_requests_one_open ON public.suspension_requests USING btree (app_id, class) WHERE (state = 'open'::text);

CREATE TABLE suspensions (
  id text NOT NULL,
  developer_id text NOT NULL,
  app_id text NOT NULL,
  class text NOT NULL,
  plan_id text,
  formal_notice_id text,
  final_notice_id text,
  opened_at timestamp with time zone NOT NULL,
  lifted_at timestamp with time zone,
  lifted_by text,
  deciders jsonb DEFAULT '[]'::jsonb NOT NULL,
  request_id text,
  CONSTRAINT suspensions_pkey PRIMARY KEY (id),
  CONSTRAINT suspensions_check CHECK (((class <> 'obligation'::text) OR ((plan_id IS NOT NULL) AND (formal_notice_id IS NOT NULL) AND (final_notice_id IS NOT NULL)))),
  CONSTRAINT suspensions_check1 CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
  CONSTRAINT suspensions_check2 CHECK (((lifted_at IS NULL) OR (lifted_at >= opened_at))),
  CONSTRAINT suspensions_class_check CHECK ((class = ANY (ARRAY['obligation'::text, 'finding'::text, 'account-manager'::text, 'legal'::text, 'developer'::text]))),
  CONSTRAINT suspensions_id_check CHECK ((id ~ '^sus_'::text)),
  CONSTRAINT suspensions_lifted_by_check CHECK ((lifted_by = ANY (ARRAY['cure'::text, 'provisional-cure'::text, 'withdrawn'::text, 'appeal'::text, 'undone'::text, 'account-manager'::text, 'legal'::text, 'retired'::text, 'revoked'::text]))),
  CONSTRAINT suspensions_lifted_by_class CHECK ((((class <> ALL (ARRAY['account-manager'::text, 'legal'::text])) OR (lifted_by <> ALL (ARRAY['cure'::text, 'provisional-cure'::text, 'withdrawn'::text]))) AND ((class = 'account-manager'::text) OR (lifted_by <> 'account-manager'::text)))),
  CONSTRAINT suspensions_of_findings_check CHECK (((class <> 'finding'::text) OR ((plan_id IS NOT NULL) AND (formal_notice_id IS NOT NULL) AND (final_notice_id IS NOT NULL)))),
  CONSTRAINT suspensions_of_people CHECK (((class = ANY (ARRAY['account-manager'::text, 'legal'::text])) = (request_id IS NOT NULL))),
  CONSTRAINT suspensions_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT suspensions_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT suspensions_final_notice_id_fkey FOREIGN KEY (final_notice_id) REFERENCES notices(id),
  CONSTRAINT suspensions_formal_notice_id_fkey FOREIGN KEY (formal_notice_id) REFERENCES notices(id),
  CONSTRAINT suspensions_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id),
  CONSTRAINT suspensions_request_id_fkey FOREIGN KEY (request_id) REFERENCES suspension_requests(id)
);
CREATE INDEX suspensions_app ON public.suspensions USING btree (app_id) WHERE (lifted_at IS NULL);
CREATE INDEX suspensions_developer ON public.suspensions USING btree (developer_id);
CREATE UNIQUE INDEX suspensions_one_of_request ON public.suspensions USING btree (request_id);
CREATE UNIQUE INDEX suspensions_one_open ON public.suspensions USING btree (plan_id, class) WHERE (lifted_at IS NULL);

CREATE TABLE tasks (
  id text NOT NULL,
  developer_id text NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  assignee text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone,
  CONSTRAINT tasks_pkey PRIMARY KEY (id),
  CONSTRAINT tasks_assignee_check CHECK ((assignee = ANY (ARRAY['am'::text, 'lead'::text, 'compliance'::text]))),
  CONSTRAINT tasks_id_check CHECK ((id ~ '^tsk_'::text)),
  CONSTRAINT tasks_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX tasks_of_developer ON public.tasks USING btree (developer_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX tasks_one_open ON public.tasks USING btree (developer_id, kind, subject) WHERE (closed_at IS NULL);
CREATE INDEX tasks_open ON public.tasks USING btree (opened_at) WHERE (closed_at IS NULL);

CREATE TABLE terminations (
  id text NOT NULL,
  developer_id text NOT NULL,
  kind text NOT NULL,
  app_id text,
  plan_id text,
  reason text NOT NULL,
  state text NOT NULL,
  announced_by text NOT NULL,
  announced_at timestamp with time zone NOT NULL,
  notice_id text NOT NULL,
  not_before_at timestamp with time zone,
  told_at timestamp with time zone,
  confirmed_by text,
  executed_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  CONSTRAINT terminations_pkey PRIMARY KEY (id),
  CONSTRAINT terminations_check CHECK (((kind = 'revocation'::text) = (app_id IS NOT NULL))),
  CONSTRAINT terminations_check1 CHECK (((app_id IS NULL) = (plan_id IS NULL))),
  CONSTRAINT terminations_check2 CHECK (((state = 'executed'::text) = (executed_at IS NOT NULL))),
  CONSTRAINT terminations_check3 CHECK (((state = ANY (ARRAY['withdrawn'::text, 'cured'::text])) = (cancelled_at IS NOT NULL))),
  CONSTRAINT terminations_check4 CHECK (((state <> 'executed'::text) OR ((confirmed_by IS NOT NULL) AND (not_before_at IS NOT NULL)))),
  CONSTRAINT terminations_check5 CHECK ((confirmed_by <> announced_by)),
  CONSTRAINT terminations_check6 CHECK ((executed_at >= not_before_at)),
  CONSTRAINT terminations_id_check CHECK ((id ~ '^trm_'::text)),
  CONSTRAINT terminations_kind_check CHECK ((kind = ANY (ARRAY['revocation'::text, 'offboarding'::text]))),
  CONSTRAINT terminations_state_check CHECK ((state = ANY (ARRAY['announced'::text, 'executed'::text, 'withdrawn'::text, 'cured'::text]))),
  CONSTRAINT terminations_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT terminations_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT terminations_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notices(id),
  CONSTRAINT terminations_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
);
CREATE INDEX terminations_developer ON public.terminations USING btree (developer_id, announced_at);
CREATE UNIQUE INDEX terminations_one_announced ON public.terminations USING btree (developer_id, COALESCE(app_id, ''::text)) WHERE (state = 'announced'::text);

CREATE TABLE terms_moves (
  terms_id text NOT NULL,
  developer_id text NOT NULL,
  foreseen jsonb,
  moved_days integer,
  outcome text,
  due_on date,
  settled_at timestamp with time zone,
  CONSTRAINT terms_moves_pkey PRIMARY KEY (terms_id, developer_id),
  CONSTRAINT terms_moves_check CHECK (((outcome IS NULL) = (settled_at IS NULL))),
  CONSTRAINT terms_moves_check1 CHECK (((foreseen IS NOT NULL) OR (moved_days IS NULL))),
  CONSTRAINT terms_moves_outcome_check CHECK ((outcome = ANY (ARRAY['moved'::text, 'kept'::text, 'left'::text]))),
  CONSTRAINT terms_moves_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT terms_moves_terms_id_fkey FOREIGN KEY (terms_id) REFERENCES terms_rollouts(terms_id)
);
CREATE INDEX terms_moves_developer ON public.terms_moves USING btree (developer_id);

CREATE TABLE terms_rollouts (
  terms_id text NOT NULL,
  state text NOT NULL,
  examined_at timestamp with time zone,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  CONSTRAINT terms_rollouts_pkey PRIMARY KEY (terms_id),
  CONSTRAINT terms_rollouts_check CHECK (((examined_at IS NULL) = (state = 'examining'::text))),
  CONSTRAINT terms_rollouts_check1 CHECK (((started_at IS NOT NULL) = (state = ANY (ARRAY['moving'::text, 'moved'::text])))),
  CONSTRAINT terms_rollouts_check2 CHECK (((ended_at IS NOT NULL) = (state = 'moved'::text))),
  CONSTRAINT terms_rollouts_state_check CHECK ((state = ANY (ARRAY['examining'::text, 'examined'::text, 'moving'::text, 'moved'::text]))),
  CONSTRAINT terms_rollouts_terms_id_fkey FOREIGN KEY (terms_id) REFERENCES terms_versions(id)
);

CREATE TABLE terms_versions (
  id text NOT NULL,
  tier_id text NOT NULL,
  number integer NOT NULL,
  terms jsonb NOT NULL,
  note text NOT NULL,
  state text NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  approved_by text,
  approved_at timestamp with time zone,
  ended_by text,
  ended_at timestamp with time zone,
  CONSTRAINT terms_versions_pkey PRIMARY KEY (id),
  CONSTRAINT terms_versions_id_tier_id_key UNIQUE (id, tier_id),
  CONSTRAINT terms_versions_tier_id_number_key UNIQUE (tier_id, number),
  CONSTRAINT terms_versions_check CHECK ((((approved_at IS NULL) = (approved_by IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL)))),
  CONSTRAINT terms_versions_check1 CHECK ((approved_by <> proposed_by)),
  CONSTRAINT terms_versions_check2 CHECK (((approved_at IS NOT NULL) = (state = ANY (ARRAY['in-force'::text, 'superseded'::text])))),
  CONSTRAINT terms_versions_check3 CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['superseded'::text, 'withdrawn'::text])))),
  CONSTRAINT terms_versions_id_check CHECK ((id ~ '^tms_'::text)),
  CONSTRAINT terms_versions_note_check CHECK ((note <> ''::text)),
  CONSTRAINT terms_versions_number_check CHECK ((number > 0)),
  CONSTRAINT terms_versions_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'in-force'::text, 'superseded'::text, 'withdrawn'::text]))),
  CONSTRAINT terms_versions_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  CONSTRAINT terms_versions_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id),
  CONSTRAINT terms_versions_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES people(id),
  CONSTRAINT terms_versions_tier_id_fkey FOREIGN KEY (tier_id) REFERENCES tiers(id)
);
CREATE UNIQUE INDEX terms_versions_one_in_force ON public.terms_versions USING btree (tier_id) WHERE (state = 'in-force'::text);
CREATE UNIQUE INDEX terms_versions_one_proposed ON public.terms_versions USING btree (tier_id) WHERE (state = 'proposed'::text);

CREATE TABLE tiers (
  id text NOT NULL,
  name text NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT tiers_pkey PRIMARY KEY (id),
  CONSTRAINT tiers_id_check CHECK ((id ~ '^tir_'::text)),
  CONSTRAINT tiers_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  CONSTRAINT tiers_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
);
CREATE UNIQUE INDEX tiers_name ON public.tiers USING btree (lower(name));

CREATE TABLE verification_changes (
  xid xid8 NOT NULL,
  subject text NOT NULL,
  CONSTRAINT verification_changes_pkey PRIMARY KEY (xid, subject),
  CONSTRAINT verification_changes_subject_check CHECK ((subject ~ '^(dev|app|tok)_'::text))
);

CREATE TABLE wrongful_enforcements (
  id text NOT NULL,
  developer_id text NOT NULL,
  appeal_id text,
  app_id text NOT NULL,
  against text NOT NULL,
  subject text NOT NULL,
  enforced_at timestamp with time zone NOT NULL,
  restored_at timestamp with time zone NOT NULL,
  post_mortem_id text,
  CONSTRAINT wrongful_enforcements_pkey PRIMARY KEY (id),
  CONSTRAINT wrongful_enforcements_appeal_id_key UNIQUE (appeal_id),
  CONSTRAINT wrongful_enforcements_post_mortem_id_key UNIQUE (post_mortem_id),
  CONSTRAINT wrongful_enforcements_against_check CHECK ((against = ANY (ARRAY['return'::text, 'finding'::text, 'restriction'::text, 'suspension'::text]))),
  CONSTRAINT wrongful_enforcements_check CHECK ((restored_at >= enforced_at)),
  CONSTRAINT wrongful_enforcements_id_check CHECK ((id ~ '^wfe_'::text)),
  CONSTRAINT wrongful_enforcements_shown CHECK (((appeal_id IS NULL) <> (post_mortem_id IS NULL))),
  CONSTRAINT wrongful_enforcements_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT wrongful_enforcements_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES appeals(id),
  CONSTRAINT wrongful_enforcements_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT wrongful_enforcements_post_mortem_id_fkey FOREIGN KEY (post_mortem_id) REFERENCES post_mortems(id)
);
CREATE INDEX wrongful_enforcements_developer ON public.wrongful_enforcements USING btree (developer_id);
CREATE INDEX wrongful_enforcements_restored ON public.wrongful_enforcements USING btree (restored_at);

CREATE TRIGGER api_tokens_verified_insert AFTER INSERT OR DELETE ON public.api_tokens FOR EACH ROW EXECUTE FUNCTION announce_itself();

CREATE TRIGGER api_tokens_verified_update AFTER UPDATE ON public.api_tokens FOR EACH ROW WHEN (((old.token_hash IS DISTINCT FROM new.token_hash) OR (old.scopes IS DISTINCT FROM new.scopes) OR (old.expires_at IS DISTINCT FROM new.expires_at) OR (old.revoked_at IS DISTINCT FROM new.revoked_at))) EXECUTE FUNCTION announce_itself();

CREATE TRIGGER app_profiles_desk AFTER INSERT OR UPDATE ON public.app_profiles FOR EACH ROW EXECUTE FUNCTION refresh_desk_by_name();

CREATE TRIGGER app_profiles_verified_insert AFTER INSERT OR DELETE ON public.app_profiles FOR EACH ROW EXECUTE FUNCTION announce_app();

CREATE TRIGGER app_profiles_verified_update AFTER UPDATE ON public.app_profiles FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION announce_app();

CREATE CONSTRAINT TRIGGER apps_revocation_gate AFTER INSERT OR UPDATE ON public.apps DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.standing = 'revoked'::text)) EXECUTE FUNCTION refuse_unheard_revocation();

CREATE TRIGGER apps_revoked_for_good BEFORE UPDATE ON public.apps FOR EACH ROW WHEN (((old.standing = 'revoked'::text) AND (new.standing <> 'revoked'::text))) EXECUTE FUNCTION refuse_revival();

CREATE TRIGGER apps_verified_insert AFTER INSERT OR DELETE ON public.apps FOR EACH ROW EXECUTE FUNCTION announce_itself();

CREATE TRIGGER apps_verified_update AFTER UPDATE ON public.apps FOR EACH ROW WHEN (((old.standing IS DISTINCT FROM new.standing) OR (old.sdk_product IS DISTINCT FROM new.sdk_product))) EXECUTE FUNCTION announce_itself();

CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_entries_desk AFTER INSERT ON public.audit_entries REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refresh_desk_by_decision();

CREATE TRIGGER campaign_changes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.campaign_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER campaigns_kept BEFORE DELETE OR UPDATE ON public.campaigns FOR EACH ROW EXECUTE FUNCTION refuse_changing_started();

CREATE TRIGGER campaigns_not_emptied BEFORE TRUNCATE ON public.campaigns FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER cycles_keep_their_terms BEFORE UPDATE ON public.cycles FOR EACH ROW WHEN ((new.terms_id IS DISTINCT FROM old.terms_id)) EXECUTE FUNCTION refuse_other_terms();

CREATE TRIGGER delegation_changes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.delegation_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER delegations_granted BEFORE DELETE OR UPDATE ON public.delegations FOR EACH ROW EXECUTE FUNCTION refuse_regranting();

CREATE TRIGGER developer_notes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.developer_notes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER developer_offsets_verified_insert AFTER INSERT OR DELETE ON public.developer_offsets FOR EACH ROW EXECUTE FUNCTION announce_developer();

CREATE TRIGGER developer_offsets_verified_update AFTER UPDATE ON public.developer_offsets FOR EACH ROW WHEN ((old.offset_ms IS DISTINCT FROM new.offset_ms)) EXECUTE FUNCTION announce_developer();

CREATE TRIGGER developer_profiles_desk AFTER INSERT OR UPDATE ON public.developer_profiles FOR EACH ROW EXECUTE FUNCTION refresh_desk_by_name();

CREATE TRIGGER developers_begin_by_approved_terms BEFORE INSERT ON public.developers FOR EACH ROW WHEN ((new.terms_id IS NOT NULL)) EXECUTE FUNCTION refuse_unapproved_terms();

CREATE TRIGGER developers_go_by_approved_terms BEFORE UPDATE ON public.developers FOR EACH ROW WHEN (((new.terms_id IS NOT NULL) AND (new.terms_id IS DISTINCT FROM old.terms_id))) EXECUTE FUNCTION refuse_unapproved_terms();

CREATE TRIGGER developers_verified_update AFTER UPDATE ON public.developers FOR EACH ROW WHEN (((old.time_zone IS DISTINCT FROM new.time_zone) OR (old.next_due_on IS DISTINCT FROM new.next_due_on))) EXECUTE FUNCTION announce_itself();

CREATE TRIGGER enforcement_spends_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.enforcement_spends FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER freeze_days_append_only BEFORE DELETE OR UPDATE ON public.freeze_days FOR EACH ROW EXECUTE FUNCTION refuse_rewriting('removed_at', 'removed_by', 'removal_reason');

CREATE TRIGGER freeze_days_kept BEFORE TRUNCATE ON public.freeze_days FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER holds_append_only BEFORE DELETE OR UPDATE ON public.holds FOR EACH ROW EXECUTE FUNCTION refuse_rewriting('lifted_at', 'lifted_by', 'lift_reason');

CREATE TRIGGER holds_kept BEFORE TRUNCATE ON public.holds FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER key_changes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.key_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER key_secrets_verified AFTER INSERT OR UPDATE ON public.key_secrets FOR EACH ROW EXECUTE FUNCTION announce_app();

CREATE TRIGGER keys_verified_insert AFTER INSERT OR DELETE ON public.keys FOR EACH ROW EXECUTE FUNCTION announce_app();

CREATE TRIGGER keys_verified_update AFTER UPDATE ON public.keys FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) OR (old.expires_at IS DISTINCT FROM new.expires_at) OR (old.environment IS DISTINCT FROM new.environment) OR (old.app_id IS DISTINCT FROM new.app_id))) EXECUTE FUNCTION announce_app();

CREATE TRIGGER lifecycle_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.lifecycle_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER mandates_kept BEFORE DELETE OR UPDATE ON public.mandates FOR EACH ROW EXECUTE FUNCTION refuse_other_mandate();

CREATE TRIGGER membership_changes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.membership_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER plans_keep_their_terms BEFORE UPDATE ON public.plans FOR EACH ROW WHEN ((new.terms_id IS DISTINCT FROM old.terms_id)) EXECUTE FUNCTION refuse_other_terms();

CREATE TRIGGER plans_verified_insert AFTER INSERT OR DELETE ON public.plans FOR EACH ROW EXECUTE FUNCTION announce_app();

CREATE TRIGGER plans_verified_update AFTER UPDATE ON public.plans FOR EACH ROW WHEN (((old.due_on IS DISTINCT FROM new.due_on) OR (old.closed_at IS DISTINCT FROM new.closed_at) OR (old.app_id IS DISTINCT FROM new.app_id))) EXECUTE FUNCTION announce_app();

CREATE TRIGGER policy_versions_frozen BEFORE DELETE OR UPDATE ON public.policy_versions FOR EACH ROW EXECUTE FUNCTION refuse_changing_published();

CREATE TRIGGER policy_versions_kept BEFORE TRUNCATE ON public.policy_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER post_mortems_append_only BEFORE DELETE OR UPDATE ON public.post_mortems FOR EACH ROW EXECUTE FUNCTION refuse_rewriting('concluded_at', 'concluded_by', 'cause', 'prevention');

CREATE TRIGGER post_mortems_kept BEFORE TRUNCATE ON public.post_mortems FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER releases_append_only BEFORE DELETE OR UPDATE ON public.releases FOR EACH ROW EXECUTE FUNCTION refuse_rewriting('confirmed_at', 'confirmed_by');

CREATE TRIGGER releases_kept BEFORE TRUNCATE ON public.releases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER review_questions_append_only BEFORE DELETE OR UPDATE ON public.review_questions FOR EACH ROW EXECUTE FUNCTION refuse_rewriting('answered_at', 'answered_by', 'answer');

CREATE TRIGGER review_questions_kept BEFORE TRUNCATE ON public.review_questions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER signatures_kept BEFORE TRUNCATE ON public.signatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER signatures_sealed BEFORE DELETE OR UPDATE ON public.signatures FOR EACH ROW EXECUTE FUNCTION refuse_resigning();

CREATE TRIGGER staff_changes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.staff_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER statements_sealed BEFORE DELETE OR UPDATE OR TRUNCATE ON public.statements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE CONSTRAINT TRIGGER suspensions_explained AFTER INSERT ON public.suspensions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unexplained_suspension();

CREATE TRIGGER suspensions_notice_gate BEFORE INSERT ON public.suspensions FOR EACH ROW EXECUTE FUNCTION refuse_unheard_suspension();

CREATE TRIGGER suspensions_undone BEFORE UPDATE ON public.suspensions FOR EACH ROW EXECUTE FUNCTION refuse_unrecorded_undoing();

CREATE TRIGGER suspensions_upheld_appeal BEFORE UPDATE ON public.suspensions FOR EACH ROW EXECUTE FUNCTION refuse_unheard_lifting();

CREATE TRIGGER suspensions_verified_insert AFTER INSERT OR DELETE ON public.suspensions FOR EACH ROW EXECUTE FUNCTION announce_app();

CREATE TRIGGER suspensions_verified_update AFTER UPDATE ON public.suspensions FOR EACH ROW WHEN (((old.class IS DISTINCT FROM new.class) OR (old.lifted_at IS DISTINCT FROM new.lifted_at) OR (old.app_id IS DISTINCT FROM new.app_id))) EXECUTE FUNCTION announce_app();

CREATE CONSTRAINT TRIGGER terminations_notice_gate AFTER INSERT OR UPDATE ON public.terminations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unheard_termination();

CREATE TRIGGER terms_versions_append_only BEFORE DELETE OR UPDATE ON public.terms_versions FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_terms();

CREATE TRIGGER terms_versions_kept BEFORE TRUNCATE ON public.terms_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER wrongful_enforcements_append_only BEFORE DELETE OR UPDATE ON public.wrongful_enforcements FOR EACH ROW EXECUTE FUNCTION refuse_change();
