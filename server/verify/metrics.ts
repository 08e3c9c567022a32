import type { Exchange } from './exchange';
import { neverStored, refuseQuery } from './exchange';
import type { VerifierParts } from './verifier';

/**
 * GET /metrics, in Prometheus' text form, on the port that answers checks. For tokens that may verify, and for whoever asks from this
 * machine without any proxy: a scraper beside the process needs no secret.
 */
export function createMetrics(parts: VerifierParts, readers: () => number): Exchange {
  return (request, response, query) => {
    const now = parts.clock.now();
    if (!isLocal(request.socket.remoteAddress) || request.headers['x-forwarded-for'] !== undefined)
      parts.callers.admit(request, now, 0);
    if (query !== null) refuseQuery(query);
    const text = metricsText(parts, readers(), now);
    response.writeHead(200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
      ...neverStored,
    });
    response.end(text);
  };
}

function metricsText({ follower, answers, checks }: VerifierParts, readers: number, now: number): string {
  const { knowledge, asOf, isLoaded, position } = follower;
  return [
    ...metric('avow_verifier_checks_total', 'counter', 'Keys that were asked about, by answer.'),
    ...checks.all().map(([code, count]) => `avow_verifier_checks_total{code="${code}"} ${count}`),
    ...single('avow_verifier_ready', 'Whether the keys are loaded.', Number(isLoaded)),
    ...single('avow_verifier_knowledge_age_seconds', 'How long ago the record was last read.', (now - asOf) / 1000),
    ...single('avow_verifier_stale', 'Whether that is longer than the lease.', Number(answers.isStale(now))),
    ...single(
      'avow_verifier_feed_lag_seconds',
      'How long the last reading with changes took.',
      follower.lastReadingMs / 1000,
    ),
    ...single('avow_verifier_feed_position', 'Up to which transaction everything is known.', position),
    ...single('avow_verifier_keys', 'Keys in memory.', knowledge.keys.size),
    ...single('avow_verifier_apps', 'Apps in memory.', knowledge.apps.size),
    ...single('avow_verifier_stream_readers', 'Who follows /v1/keys/changes here.', readers),
    ...single('process_resident_memory_bytes', 'Resident memory.', process.memoryUsage.rss()),
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
