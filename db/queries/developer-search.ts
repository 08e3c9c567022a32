import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables';
import { normaliseEmail } from '../workspace/sign-in-links';

type Db = Kysely<Tables>;

/** What is searched for, and how it is looked for. */
export interface Search {
  words: string;
  /** So many have it in their names that a walk through the list in its order comes upon a page of them soon. */
  isCommon: boolean;
}

/** So many are quicker come upon in the list than gathered and sorted. */
const many = 2_500;

/** Looks how common these words are; undefined stays undefined. */
export async function readSearch(db: Db, words: string | undefined): Promise<Search | undefined> {
  if (words === undefined) return undefined;
  if (await isRare(db, words)) return { words, isCommon: false };
  const further = db.selectFrom('deskDevelopers').select('developerId').where(isNamed(words)).offset(many).limit(1);
  return { words, isCommon: (await further.executeTakeFirst()) !== undefined };
}

/** True when one of the pairs of letters is, by what the database last noted of them: to count would take longer than to look. */
async function isRare(db: Db, words: string): Promise<boolean> {
  const { rows } = await sql<{ share: number }>`
    select coalesce(min(coalesce(noted.share, 0)), 0) as share from unnest(${gramsOf(words)}::text[]) gram
    left join (select unnest(most_common_elems::text::text[]) as gram, unnest(most_common_elem_freqs) as share
      from pg_stats where schemaname = current_schema and tablename = 'desk_developers_grams') noted using (gram)`.execute(
    db,
  );
  return (rows[0]?.share ?? 0) < 1 / 25;
}

/** What the desk knows of developers, all of them. */
export function deskOf(db: Db) {
  return db.selectFrom('deskDevelopers').selectAll();
}

/** Those with the words in a name, or with a contact of that whole address. */
export function named(db: Db, { words, isCommon }: Search, findsByEmail: boolean) {
  if (findsByEmail && words.includes('@'))
    return deskOf(db).where(
      sql<boolean>`developer_id in (select developer_id from desk_developers where ${isNamed(words)} union
        select memberships.developer_id from memberships join people on people.id = memberships.person_id
        where people.email_normalised = ${normaliseEmail(words)})`,
    );
  if (isCommon) return deskOf(db).where(isPart(words));
  // Across an offset the planner cannot take the walk instead, which for few of them would go through nearly all others.
  return deskOf(db).where(isNamed(words)).offset(0);
}

function isNamed(words: string) {
  return sql<boolean>`(grams_of(words) @> ${gramsOf(words)}::text[] and ${isPart(words)})`;
}

function isPart(words: string) {
  return sql<boolean>`strpos(words, ${words.toLowerCase()}) > 0`;
}

/** The pairs of letters in it: a letter alone stands in nearly every name, and is looked for only where there is nothing else. */
function gramsOf(words: string): string[] {
  const letters = [...words.toLowerCase()];
  const pairs = letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  return [...new Set(pairs.length > 0 ? pairs : letters)];
}
