-- Generated from the migrations. Change them, not this file.

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
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

CREATE OR REPLACE FUNCTION public.refuse_unheard_suspension()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.class = 'obligation' and (
      not exists (select from notices where id = new.formal_notice_id and template = 'formal-notice' and state = 'accepted' and accepted_at <= new.opened_at - interval '14 days')
      or not exists (select from notices where id = new.final_notice_id and template = 'final-notice' and state = 'accepted'
        and accepted_at <= new.opened_at - interval '72 hours' and accepted_at >= new.opened_at - interval '14 days 2 hours')
    ) then
      raise exception 'a suspension needs its delivered formal and final notice' using errcode = 'check_violation';
    end if;
    return new;
  end $function$;

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
  CONSTRAINT cycles_pkey PRIMARY KEY (id),
  CONSTRAINT cycles_id_check CHECK ((id ~ '^cyc_'::text)),
  CONSTRAINT cycles_kind_check CHECK ((kind = ANY (ARRAY['onboarding'::text, 'periodic'::text, 'campaign'::text]))),
  CONSTRAINT cycles_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX cycles_due ON public.cycles USING btree (due_on) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX cycles_one_open ON public.cycles USING btree (developer_id, kind, campaign) WHERE (closed_at IS NULL);

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
  CONSTRAINT developers_pkey PRIMARY KEY (id),
  CONSTRAINT developers_check CHECK (((next_due_on IS NULL) = (next_opens_at IS NULL))),
  CONSTRAINT developers_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT developers_id_check CHECK ((id ~ '^dev_'::text)),
  CONSTRAINT developers_language_check CHECK ((language = ANY (ARRAY['en'::text, 'zh-CN'::text])))
);
CREATE INDEX developers_next_wake ON public.developers USING btree (next_wake_at) WHERE (next_wake_at IS NOT NULL);

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
  CONSTRAINT enforcement_spends_pkey PRIMARY KEY (id),
  CONSTRAINT enforcement_spends_event_id_app_id_step_key UNIQUE (event_id, app_id, step),
  CONSTRAINT enforcement_spends_step_check CHECK ((step = ANY (ARRAY['restrict'::text, 'suspend'::text]))),
  CONSTRAINT enforcement_spends_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT enforcement_spends_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX enforcement_spends_at ON public.enforcement_spends USING btree (at);

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
  CONSTRAINT key_secrets_pkey PRIMARY KEY (key_id),
  CONSTRAINT key_secrets_hash_key UNIQUE (hash),
  CONSTRAINT key_secrets_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT key_secrets_key_id_fkey FOREIGN KEY (key_id) REFERENCES keys(id)
);

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
  cycle_id text NOT NULL,
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
  CONSTRAINT plans_pkey PRIMARY KEY (id),
  CONSTRAINT plans_blocked_by_check CHECK ((blocked_by = ANY (ARRAY['notice'::text, 'budget'::text, 'hold'::text]))),
  CONSTRAINT plans_check CHECK (((formal_revision >= 1) AND (formal_revision <= revision))),
  CONSTRAINT plans_check1 CHECK (((stopped_at IS NULL) = (stopped_by IS NULL))),
  CONSTRAINT plans_check2 CHECK (((restricted_at IS NULL) OR (restrict_notice_id IS NOT NULL))),
  CONSTRAINT plans_check3 CHECK (((restricted_at IS NULL) OR (restricts_not_before_at <= restricted_at))),
  CONSTRAINT plans_id_check CHECK ((id ~ '^pln_'::text)),
  CONSTRAINT plans_revision_check CHECK ((revision >= 1)),
  CONSTRAINT plans_stopped_by_check CHECK ((stopped_by = ANY (ARRAY['submission'::text, 'extension'::text, 'appeal'::text]))),
  CONSTRAINT plans_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT plans_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id),
  CONSTRAINT plans_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX plans_developer ON public.plans USING btree (developer_id);
CREATE UNIQUE INDEX plans_one_open ON public.plans USING btree (cycle_id, app_id) WHERE (closed_at IS NULL);

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
  CONSTRAINT requirements_pkey PRIMARY KEY (id),
  CONSTRAINT requirements_check CHECK (((state <> 'returned'::text) OR ((reason_code IS NOT NULL) AND (reason IS NOT NULL)))),
  CONSTRAINT requirements_check1 CHECK (((state <> ALL (ARRAY['submitted'::text, 'accepted'::text])) OR (submission_id IS NOT NULL))),
  CONSTRAINT requirements_id_check CHECK ((id ~ '^req_'::text)),
  CONSTRAINT requirements_obligation_check CHECK ((obligation = ANY (ARRAY['law'::text, 'notice'::text, 'consent'::text, 'rights'::text]))),
  CONSTRAINT requirements_state_check CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'exempt'::text, 'superseded'::text]))),
  CONSTRAINT requirements_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT requirements_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id),
  CONSTRAINT requirements_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);
CREATE INDEX requirements_developer ON public.requirements USING btree (developer_id);
CREATE UNIQUE INDEX requirements_one ON public.requirements USING btree (cycle_id, app_id, obligation) WHERE (state <> 'superseded'::text);

CREATE TABLE sessions (
  id text NOT NULL,
  person_id text NOT NULL,
  token_hash text NOT NULL,
  client text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_token_hash_key UNIQUE (token_hash),
  CONSTRAINT sessions_check CHECK ((expires_at > created_at)),
  CONSTRAINT sessions_client_check CHECK ((client = ANY (ARRAY['browser'::text, 'script'::text]))),
  CONSTRAINT sessions_id_check CHECK ((id ~ '^ses_'::text)),
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
  CONSTRAINT signatures_pkey PRIMARY KEY (id),
  CONSTRAINT signatures_check CHECK ((((salt IS NULL) = (typed_name IS NULL)) AND ((salt IS NULL) = (typed_title IS NULL)))),
  CONSTRAINT signatures_id_check CHECK ((id ~ '^sig_'::text)),
  CONSTRAINT signatures_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id)
);

CREATE TABLE staff (
  person_id text NOT NULL,
  role text NOT NULL,
  language text NOT NULL,
  is_active boolean NOT NULL,
  added_at timestamp with time zone NOT NULL,
  CONSTRAINT staff_pkey PRIMARY KEY (person_id),
  CONSTRAINT staff_language_check CHECK ((language = ANY (ARRAY['en'::text, 'zh-CN'::text]))),
  CONSTRAINT staff_role_check CHECK ((role = ANY (ARRAY['am'::text, 'lead'::text, 'legal'::text, 'admin'::text]))),
  CONSTRAINT staff_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

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
  CONSTRAINT suspensions_pkey PRIMARY KEY (id),
  CONSTRAINT suspensions_check CHECK (((class <> 'obligation'::text) OR ((plan_id IS NOT NULL) AND (formal_notice_id IS NOT NULL) AND (final_notice_id IS NOT NULL)))),
  CONSTRAINT suspensions_check1 CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
  CONSTRAINT suspensions_check2 CHECK (((lifted_at IS NULL) OR (lifted_at >= opened_at))),
  CONSTRAINT suspensions_class_check CHECK ((class = ANY (ARRAY['obligation'::text, 'finding'::text, 'account-manager'::text, 'legal'::text, 'developer'::text]))),
  CONSTRAINT suspensions_id_check CHECK ((id ~ '^sus_'::text)),
  CONSTRAINT suspensions_lifted_by_check CHECK ((lifted_by = ANY (ARRAY['cure'::text, 'provisional-cure'::text, 'legal'::text, 'retired'::text]))),
  CONSTRAINT suspensions_app_id_fkey FOREIGN KEY (app_id) REFERENCES apps(id),
  CONSTRAINT suspensions_developer_id_fkey FOREIGN KEY (developer_id) REFERENCES developers(id),
  CONSTRAINT suspensions_final_notice_id_fkey FOREIGN KEY (final_notice_id) REFERENCES notices(id),
  CONSTRAINT suspensions_formal_notice_id_fkey FOREIGN KEY (formal_notice_id) REFERENCES notices(id),
  CONSTRAINT suspensions_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id)
);
CREATE INDEX suspensions_app ON public.suspensions USING btree (app_id) WHERE (lifted_at IS NULL);
CREATE INDEX suspensions_developer ON public.suspensions USING btree (developer_id);
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
CREATE UNIQUE INDEX tasks_one_open ON public.tasks USING btree (developer_id, kind, subject) WHERE (closed_at IS NULL);
CREATE INDEX tasks_open ON public.tasks USING btree (opened_at) WHERE (closed_at IS NULL);

CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER enforcement_spends_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.enforcement_spends FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER key_changes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.key_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER lifecycle_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.lifecycle_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER membership_changes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.membership_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER signatures_kept BEFORE TRUNCATE ON public.signatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER signatures_sealed BEFORE DELETE OR UPDATE ON public.signatures FOR EACH ROW EXECUTE FUNCTION refuse_resigning();

CREATE TRIGGER statements_sealed BEFORE DELETE OR UPDATE OR TRUNCATE ON public.statements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER suspensions_notice_gate BEFORE INSERT ON public.suspensions FOR EACH ROW EXECUTE FUNCTION refuse_unheard_suspension();
