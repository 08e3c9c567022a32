import { type DeskChanged, followDesk } from '../../../api/desk-events';
import type { Database } from '../../../db/database';
import { type DeskChange, decisionsAfter } from '../../../db/queries/desk-changes';
import type { DeskScope } from '../../../db/queries/desk-scope';
import type { ServerDeps } from '../../deps';
import { DeskChanges } from '../../desk/changes';
import { route } from '../../route';
import { scopeOf } from './scope';

const beatMs = 10_000;
/** Whoever may no longer look is found out when they come back. */
const longestMs = 5 * 60_000;
/** More developers at once are not told one by one. */
const mostTold = 200;
/** What commits behind the number that a reader had last, as far as anybody waits for it. */
const overlap = 200;
const mostMissed = 2_000;

/** One reading of the log for each database that this process answers from. */
const feeds = new WeakMap<Database, DeskChanges>();

export const followDeskRoute = route(followDesk, async ({ query, caller, deps, header, now }) => ({
  mediaType: 'text/event-stream',
  content: eventsOf(deps, await scopeOf(query.scope ?? 'all', caller, deps, now), lastIdOf(header('last-event-id'))),
}));

/** The stream of one reader. It takes the next only when the one before went out: who is slow gets more at once, and less often. */
async function* eventsOf(deps: ServerDeps, only: DeskScope, lastId: number | null): AsyncGenerator<string> {
  const feed = feedOf(deps);
  const leave = feed.follow();
  try {
    await feed.begun;
    let { place } = feed;
    const until = performance.now() + longestMs;
    yield 'retry: 1000\n\n';
    if (lastId !== null) yield textOf(await missedSince(deps.db, lastId), only, lastId);
    while (performance.now() < until) {
      await feed.wait(place, beatMs);
      const seen = feed.since(place);
      ({ place } = feed);
      yield textOf(seen, only, seen?.findLast(({ seq }) => seq !== null)?.seq ?? null);
    }
  } finally {
    leave();
  }
}

function feedOf({ db, logger }: ServerDeps): DeskChanges {
  const known = feeds.get(db) ?? new DeskChanges(db, logger);
  feeds.set(db, known);
  return known;
}

/** Undefined when it is too much to be told. */
async function missedSince(db: Database, lastId: number): Promise<DeskChange[] | undefined> {
  const missed = await decisionsAfter(db, Math.max(0, lastId - overlap), mostMissed + 1);
  return missed.length > mostMissed ? undefined : missed;
}

function textOf(changes: readonly Omit<DeskChange, 'seq'>[] | undefined, only: DeskScope, id: number | null): string {
  const told = changes?.filter(
    (change) => only === 'all' || (change.accountManagerId !== null && only.includes(change.accountManagerId)),
  );
  const kinds = new Map<DeskChange['developerId'], Set<string>>();
  for (const { developerId, decision } of told ?? []) {
    const known = kinds.get(developerId) ?? new Set();
    kinds.set(developerId, known.add(decision.split('.')[0] ?? decision));
  }
  const head = id === null ? '' : `id: ${id}\n`;
  if (told === undefined || kinds.size > mostTold) return `${head}event: reload\ndata: {}\n\n`;
  if (kinds.size === 0) return `: still here\n\n`;
  const data: DeskChanged = {
    developers: [...kinds].map(([developerId, own]) => ({ id: developerId, kinds: [...own].sort() })),
  };
  return `${head}event: changed\ndata: ${JSON.stringify(data)}\n\n`;
}

function lastIdOf(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
