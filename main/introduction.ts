import type { Database } from '../db/database';
import { createSignInLink } from '../db/workspace/sign-in-links';
import type { PersonId } from '../domain/ids';
import type { Samples } from './seed';
import { signatoryOf } from './seed';
import type { Stack } from './stack';

/** One tidy block: where everything is, and links and tokens to try it with. The links work once, for fifteen minutes. */
export async function introduce(db: Database, stack: Stack, samples: Samples | null): Promise<string> {
  const staff = await db
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.personId')
    .select(['people.id', 'people.name', 'staff.role'])
    .where('staff.isActive', '=', true)
    .orderBy('staff.addedAt')
    .execute();
  const rows: [string, string][] = [
    ['Avow', stack.serverUrl],
    ['API docs', `${stack.serverUrl}/docs`],
    ['Mail inbox', stack.inboxUrl],
    ['Temporal', stack.temporalUiUrl],
  ];
  const links: [string, string][] = [];
  for (const name of ['Suspended Summit 有限公司', 'Due Dunes GmbH']) {
    const signatory = await signatoryOf(db, name);
    if (signatory) links.push([`signatory of ${name}`, await link(db, stack, signatory.personId)]);
  }
  for (const person of staff.filter((one) => one.role === 'am' || one.role === 'admin')) {
    links.push([`${person.name} (${person.role})`, await link(db, stack, person.id)]);
  }
  const tokens: [string, string][] = samples
    ? [
        ['verify token', samples.backendToken],
        ...Object.entries(samples.keys).map(([name, key]): [string, string] => [`live key, ${name}`, key]),
      ]
    : [];
  return [
    '',
    '  Avow runs on this machine.',
    '',
    ...aligned(rows),
    '',
    '  Sign in with one click (once, within 15 minutes; any address gets a new one at /sign-in, in the inbox):',
    ...aligned(links),
    '',
    ...(tokens.length > 0 ? ['  To try the verify call:', ...aligned(tokens), ''] : []),
    `  Move time with \`npm run clock -- ${samples && Object.keys(samples.keys).length > 0 ? '"Due Dunes"' : '<developer>'} 30d\`. Stop with Ctrl-C; data is kept.`,
    '',
  ].join('\n');
}

async function link(db: Database, stack: Stack, personId: PersonId): Promise<string> {
  return `${stack.serverUrl}/sign-in?token=${await createSignInLink(db, personId, Date.now())}`;
}

function aligned(rows: readonly [string, string][]): string[] {
  const width = Math.max(0, ...rows.map(([name]) => widthOf(name)));
  return rows.map(([name, value]) => `    ${name}${' '.repeat(width - widthOf(name))}  ${value}`);
}

/** Columns on a terminal: Chinese characters take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/.test(character) ? 2 : 1), 0);
}
