import { type Clock, systemClock } from './clock';

/** What to do about a key that nothing is known of. */
export type UnknownPolicy = 'refuse' | 'ask' | 'allow';

/** What both kinds of verifier are told. */
export interface CommonOptions {
  /** Where Avow is, such as https://avow.example. */
  url: string;
  /** An API token with the scope `verify`. */
  token: string;
  /**
   * `refuse` (default): a key that is not known does not work. `ask`: `verify()` asks Avow, and refuses if there is no answer.
   * `allow`: it works as long as Avow cannot be heard; while it is heard, not being known is proof enough.
   * Garbage is refused by its checksum whatever the policy.
   */
  onUnknown?: UnknownPolicy;
  /** How long `verify()` waits for Avow. 1 s unless told. */
  askTimeoutMs?: number;
  hooks?: Hooks;
  /** For tests and proxies. */
  fetch?: typeof fetch;
  /** For tests. */
  clock?: Clock;
}

/** Called as it happens. What a hook throws is dropped. */
export interface Hooks {
  /** After every check: keep it short. */
  checked?: (code: string) => void;
  connected?: () => void;
  disconnected?: () => void;
  /** All keys were learnt anew. */
  replaced?: (count: number) => void;
  /** Something a person may want to look at; what is known stays in use. */
  problem?: (what: string, cause?: unknown) => void;
}

export type SafeHooks = { [Name in keyof Hooks]-?: NonNullable<Hooks[Name]> };

/** Hooks that cannot break a check or the feed, present or not. */
export function safeHooks(hooks: Hooks = {}): SafeHooks {
  const safe =
    <Args extends unknown[]>(hook: ((...args: Args) => void) | undefined) =>
    (...args: Args): void => {
      try {
        hook?.(...args);
      } catch {
        // Metrics are not worth a refused request.
      }
    };
  return {
    checked: safe(hooks.checked),
    connected: safe(hooks.connected),
    disconnected: safe(hooks.disconnected),
    replaced: safe(hooks.replaced),
    problem: safe(hooks.problem),
  };
}

/** The options with what was left open filled in. Throws a TypeError for a blank address or token: silence would refuse everybody. */
export function settled(options: CommonOptions) {
  const { url, token, onUnknown = 'refuse', askTimeoutMs = 1000, clock = systemClock } = options;
  if (!/^https?:\/\/[^/]/.test(url ?? ''))
    throw new TypeError('url: give the address of Avow, such as https://avow.example');
  if (typeof token !== 'string' || token.trim() === '')
    throw new TypeError('token: give an API token with the scope verify');
  if (!['refuse', 'ask', 'allow'].includes(onUnknown))
    throw new TypeError("onUnknown: give 'refuse', 'ask' or 'allow'");
  return {
    url: url.replace(/\/+$/, ''),
    token: token.trim(),
    onUnknown,
    askTimeoutMs,
    clock,
    // Looked up at each call, so that a test or an agent may replace it.
    fetch: options.fetch ?? ((...args: Parameters<typeof fetch>) => globalThis.fetch(...args)),
    hooks: safeHooks(options.hooks),
  };
}
