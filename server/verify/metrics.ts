import type { Exchange } from './exchange';
import { neverStored, refuseQuery } from './exchange';
import { checksByCode, type Figures, summed } from './figures';
import type { VerifierParts } from './verifier';

/**
 * GET /metrics, in Prometheus' text form, on the port that answers checks. For tokens that may verify, and for whoever asks from this
 * machine without any proxy: a scraper beside the process needs no secret. Processes that share a port are told of as one.
 */
export function createMetrics(parts: VerifierParts, figures: () => readonly Figures[]): Exchange {
  return (request, response, query) => {
    const now = parts.clock.now();
    if (!isLocal(request.socket.remoteAddress) || request.headers['x-forwarded-for'] !== undefined)
      parts.callers.admit(request, now, 0);
    if (query !== null) refuseQuery(query);
    const text = metricsText(summed(figures()));
    response.writeHead(200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
      ...neverStored,
    });
    response.end(text);
  };
}

/** What this process has to tell of itself. */
export function figuresOf({ follower, answers, checks, clock }: VerifierParts, readers: number): Figures {
  const now = clock.now();
  return {
    checks: checks.all(),
    isReady: follower.isLoaded,
    ageSeconds: (now - follower.asOf) / 1000,
    isStale: answers.isStale(now),
    lagSeconds: follower.lastReadingMs / 1000,
    position: follower.position,
    keys: follower.knowledge.keys.size,
    apps: follower.knowledge.apps.size,
    readers,
    memoryBytes: process.memoryUsage.rss(),
  };
}

function metricsText(figures: Figures): string {
  return [
    ...metric('avow_verifier_checks_total', 'counter', 'Keys that were asked about, by answer.'),
    ...checksByCode(figures).map(([code, count]) => `avow_verifier_checks_total{code="${code}"} ${count}`),
    ...single('avow_verifier_ready', 'Whether the keys are loaded.', Number(figures.isReady)),
    ...single('avow_verifier_knowledge_age_seconds', 'How long ago the record was last read.', figures.ageSeconds),
    ...single('avow_verifier_stale', 'Whether that is longer than the lease.', Number(figures.isStale)),
    ...single('avow_verifier_feed_lag_seconds', 'How long the last reading with changes took.', figures.lagSeconds),
    ...single('avow_verifier_feed_position', 'Up to which transaction everything is known.', figures.position),
    ...single('avow_verifier_keys', 'Keys in memory.', figures.keys),
    ...single('avow_verifier_apps', 'Apps in memory.', figures.apps),
    ...single('avow_verifier_stream_readers', 'Who follows /v1/keys/changes here.', figures.readers),
    ...single('process_resident_memory_bytes', 'Resident memory.', figures.memoryBytes),
    '',
  ].join('\n');
}

function metric(name: string, type: 'counter' | 'gauge', help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function single(name: string, help: string, value: number): string[] {
  return [...metric(name, 'gauge', help), `${name} ${value}`];
}

function isLocal(address: string | undefined): boolean {
  return address !== undefined && /^(::1|(::ffff:)?127\.)/.test(address);
}
