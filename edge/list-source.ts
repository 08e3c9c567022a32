import type { JSONWebKeySet } from 'jose';
import type { Clock } from './clock';
import type { Problem } from './knowledge';
import { readSignedList, type SignedList } from './status-list';

export interface ListSourceOptions {
  /** Where Avow is; its public keys are at /.well-known/jwks.json there, wherever a list says that it lies. */
  url: string;
  fetch: typeof fetch;
  timeoutMs: number;
  clock: Clock;
  problem: Problem;
}

/** A status list at hand, and when it was last known to be the newest. */
export interface HeldList {
  list: SignedList;
  etag: string | null;
  /** Monotonic and wall time, ms. */
  freshAt: number;
  freshWall: number;
}

/** New keys are looked for at most so often, whoever signs lists with keys that do not exist. */
const keysAgainMs = 10_000;
const leastRefreshMs = 1000;
const firstRetryMs = 500;
const mostRetryMs = 30_000;

/** Lists by their address, fetched when first asked for and then as often as they say. The last good one stays. */
export function createListSource(options: ListSourceOptions) {
  const { url, fetch, timeoutMs, clock, problem } = options;
  const lists = new Map<string, HeldList>();
  const timers = new Map<string, NodeJS.Timeout>();
  const underWay = new Map<string, Promise<void>>();
  const failures = new Map<string, number>();
  let keys: JSONWebKeySet | null = null;
  let keysAskedAt = Number.NEGATIVE_INFINITY;
  let isClosed = false;

  async function get(address: string, headers: Record<string, string>): Promise<Response> {
    return fetch(address, { headers, signal: AbortSignal.timeout(timeoutMs) });
  }

  async function fetchKeys(): Promise<JSONWebKeySet> {
    keysAskedAt = clock.monotonic();
    const response = await get(`${url}/.well-known/jwks.json`, { accept: 'application/json' });
    if (response.status !== 200) throw new Error(`the public keys answer ${response.status}`);
    keys = (await response.json()) as JSONWebKeySet;
    return keys;
  }

  async function verified(token: string, uri: string): Promise<SignedList> {
    const now = clock.wall();
    try {
      return await readSignedList(token, uri, keys ?? (await fetchKeys()), now);
    } catch (fault) {
      const isUnknownKey = (fault as { code?: unknown }).code === 'ERR_JWKS_NO_MATCHING_KEY';
      if (!isUnknownKey || clock.monotonic() - keysAskedAt < keysAgainMs) throw fault;
      return readSignedList(token, uri, await fetchKeys(), now);
    }
  }

  async function fetchList(uri: string): Promise<void> {
    const held = lists.get(uri);
    const response = await get(uri, {
      accept: 'application/statuslist+jwt',
      ...(held?.etag ? { 'if-none-match': held.etag } : {}),
    });
    const fresh = { freshAt: clock.monotonic(), freshWall: clock.wall() };
    if (response.status === 304 && held !== undefined) {
      lists.set(uri, { ...held, ...fresh });
      return;
    }
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Error(`the status list answers ${response.status}`);
    }
    const list = await verified((await response.text()).trim(), uri);
    // A cache on the way may give out an older one: what was suspended since must stay so.
    if (held !== undefined && list.issuedAt < held.list.issuedAt)
      throw new Error('the status list is older than the one at hand');
    lists.set(uri, { list, etag: response.headers.get('etag'), ...fresh });
  }

  function refresh(uri: string): Promise<void> {
    const same = underWay.get(uri);
    if (same !== undefined) return same;
    const fetched = fetchList(uri)
      .then(() => failures.delete(uri))
      .catch((cause: unknown) => {
        failures.set(uri, (failures.get(uri) ?? 0) + 1);
        problem('the status list could not be renewed', cause);
      })
      .then(() => {
        underWay.delete(uri);
        plan(uri);
      });
    underWay.set(uri, fetched);
    return fetched;
  }

  function plan(uri: string): void {
    if (isClosed) return;
    clearTimeout(timers.get(uri));
    const failed = failures.get(uri) ?? 0;
    const ttlMs = lists.get(uri)?.list.ttlMs ?? 0;
    const retryMs = Math.min(firstRetryMs * 2 ** failed, mostRetryMs);
    // Rather early than late, and not everybody at once.
    const wait =
      failed > 0 ? retryMs * (0.5 + Math.random() / 2) : Math.max(ttlMs * (0.85 + Math.random() / 10), leastRefreshMs);
    const timer = setTimeout(() => void refresh(uri), wait);
    timer.unref();
    timers.set(uri, timer);
  }

  return {
    held: (uri: string): HeldList | undefined => lists.get(uri),
    all: (): readonly HeldList[] => [...lists.values()],
    /** Sees to it that the list is there, if it can be had. Never rejects. */
    async need(uri: string): Promise<HeldList | undefined> {
      if (!lists.has(uri) && !timers.has(uri)) await refresh(uri);
      return lists.get(uri);
    },
    refresh,
    close(): void {
      isClosed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
