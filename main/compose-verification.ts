import type { Logger } from 'pino';
import { openDatabase } from '../db/database';
import { addKeyUsage } from '../db/workspace/key-usage';
import { markTokensUsed } from '../db/workspace/tokens';
import type { KeyId } from '../domain/ids';
import { defaultRateLimits } from '../server/deps';
import { follow } from '../server/verify/follow';
import { Follower } from '../server/verify/follower';
import { loadSigner, type Signer } from '../server/verify/signer';
import { createVerifier, type Verifier } from '../server/verify/verifier';
import { type Running, wallClock } from './compose';
import type { Settings } from './settings';
import type { joinPeers, Peers } from './verifier-peers';

export interface Verification extends Running {
  verifier: Verifier;
  follower: Follower;
  /** When all keys are in memory. It waits for as long as the record is away. */
  loaded: Promise<void>;
}

const flushEveryMs = 10_000;
/** Rotated keys are seen within that. */
const signerKeptMs = 600_000;

/** What answers checks in this process: the table, what keeps it current, and the counters. Its connections are its own. */
export function composeVerification(
  settings: Pick<Settings, 'databaseUrl' | 'publicUrl' | 'proxies' | 'isEmbedded'>,
  logger: Logger,
  join?: typeof joinPeers,
): Verification {
  const db = openDatabase(settings.databaseUrl, {
    poolSize: 2,
    applicationName: 'avow-verifier',
    connectTimeoutMs: 2_000,
  });
  const follower = new Follower({ db, clock: wallClock, isEmbedded: settings.isEmbedded });
  const peers: { joined?: Peers } = {};
  const verifier = createVerifier({
    follower,
    clock: wallClock,
    logger,
    settings: { publicUrl: settings.publicUrl, proxies: settings.proxies, rateLimits: defaultRateLimits },
    signer: keptSigner(() => loadSigner(db, Date.now())),
    others: () => peers.joined?.all() ?? [],
  });
  peers.joined = join?.(verifier.figures);
  const loaded = new Promise<void>((resolve) => follower.hearers.push({ replaced: resolve }));
  const following = follow({
    databaseUrl: settings.databaseUrl,
    follower,
    onTrouble: (fault) => logger.warn({ fault: (fault as Error).message }, 'the record cannot be read'),
  });
  const sink = {
    keys: (uses: ReadonlyMap<KeyId, number>, at: number) => addKeyUsage(db, uses, at),
    tokens: (ids: Parameters<typeof markTokensUsed>[1], at: number) => markTokensUsed(db, ids, at),
  };
  const timer = setInterval(() => void verifier.flush(sink), flushEveryMs);
  return {
    verifier,
    follower,
    loaded,
    async stop() {
      clearInterval(timer);
      verifier.stop();
      await following.stop();
      await verifier.flush(sink);
      await db.destroy();
    },
  };
}

/** Asks anew now and then; while that fails, what was known goes on signing. */
function keptSigner(load: () => Promise<Signer>): () => Promise<Signer> {
  let kept: { signer: Signer; at: number } | undefined;
  return async () => {
    if (kept && Date.now() - kept.at < signerKeptMs) return kept.signer;
    try {
      kept = { signer: await load(), at: Date.now() };
    } catch (fault) {
      if (!kept) throw fault;
    }
    return kept.signer;
  };
}
