import { EventStreamReader } from './event-stream';
import type { Knowledge, Problem } from './knowledge';

export interface FeedOptions {
  url: string;
  token: string;
  fetch: typeof fetch;
  /** No byte for so long: the connection is dead, however open it looks. */
  silenceMs: number;
  mostBackoffMs: number;
  knowledge: Knowledge;
  problem: Problem;
  connected: () => void;
  disconnected: () => void;
  /** Called after each piece of the stream that was taken in. */
  progressed: () => void;
}

export interface Feed {
  readonly isConnected: boolean;
  close(): void;
}

const firstBackoffMs = 100;
/** The watch looks so often in the time of silence it allows. */
const looks = 4;
/** A first byte may take longer: the other side may have to gather a snapshot. */
const looksBeforeFirst = 20;

/** Follows the change stream for ever: connects, goes on from the last change, and comes back after every loss. */
export function followFeed(options: FeedOptions): Feed {
  const { url, token, knowledge, problem } = options;
  const closing = new AbortController();
  let isConnected = false;
  let attempt = 0;

  async function once(): Promise<void> {
    const connection = new AbortController();
    // By hand, not by AbortSignal.any: what is joined to a signal that lives as long as this one is never let go in Node 20.
    const close = () => connection.abort();
    closing.signal.addEventListener('abort', close);
    const watch = watchSilence(options.silenceMs, () => connection.abort(new Error('nothing was heard any more')));
    try {
      const response = await options.fetch(`${url}/v1/keys/changes`, {
        headers: {
          accept: 'text/event-stream',
          authorization: `Bearer ${token}`,
          ...(knowledge.seq === null ? {} : { 'last-event-id': knowledge.seq }),
        },
        redirect: 'error',
        signal: connection.signal,
      });
      if (response.status !== 200 || response.body === null) {
        await response.body?.cancel();
        throw new Error(`the change stream answers ${response.status}`);
      }
      isConnected = true;
      options.connected();
      const events = new EventStreamReader();
      const pieces = response.body.getReader();
      for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
        watch.heard();
        for (const event of events.read(piece.value)) knowledge.apply(event);
        if (knowledge.isWhole && !knowledge.isStale(knowledge.ageMs)) attempt = 0;
        options.progressed();
      }
      throw new Error('the change stream ended');
    } finally {
      watch.stop();
      closing.signal.removeEventListener('abort', close);
      // Also lets go of a body that was not read to its end.
      connection.abort();
      knowledge.disconnected();
      if (isConnected) options.disconnected();
      isConnected = false;
    }
  }

  async function follow(): Promise<void> {
    while (!closing.signal.aborted) {
      await once().catch((cause: unknown) => {
        if (!closing.signal.aborted) problem('the change stream was lost', cause);
      });
      const most = Math.min(firstBackoffMs * 2 ** attempt, options.mostBackoffMs);
      attempt = Math.min(attempt + 1, 16);
      // Half fixed and half by chance: a fleet must not come back all at once.
      await pause(most * (0.5 + Math.random() / 2), closing.signal);
    }
  }

  void follow();
  return {
    get isConnected() {
      return isConnected;
    },
    close: () => closing.abort(),
  };
}

/**
 * Looks several times before it calls the line dead, so that one long stall of this process, after which the bytes are there at
 * once, is not taken for silence.
 */
function watchSilence(silenceMs: number, silent: () => void): { heard: () => void; stop: () => void } {
  let left = looksBeforeFirst;
  const timer = setInterval(() => {
    left -= 1;
    if (left === 0) silent();
  }, silenceMs / looks);
  return {
    heard: () => {
      left = looks;
    },
    stop: () => clearInterval(timer),
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
