import { type Kysely, sql } from 'kysely';

/** What reviewers ask about an item of a submission, each question answered once. It decides nothing, so no decision writes it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table review_questions (
    id text primary key check (id ~ '^qst_'),
    developer_id text not null references developers (id),
    submission_id text not null references submissions (id),
    requirement_id text not null references requirements (id),
    words text not null check (words <> ''),
    asked_at timestamptz not null,
    asked_by text not null,
    answered_at timestamptz,
    answered_by text,
    answer text check (answer <> ''),
    check (answered_at >= asked_at),
    check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null))
  )`,
  'create unique index review_questions_one_open on review_questions (submission_id, requirement_id) where answered_at is null',
  'create index review_questions_submission on review_questions (submission_id, asked_at)',
  `create trigger review_questions_append_only before update or delete on review_questions
    for each row execute function refuse_rewriting('answered_at', 'answered_by', 'answer')`,
  'create trigger review_questions_kept before truncate on review_questions execute function refuse_change()',
];
