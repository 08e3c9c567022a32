import type { Verifier } from './verifier';

/** What a verifier counts, in the text form of Prometheus: add it to what your /metrics answers. */
export function metricsText(verifier: Verifier): string {
  const { ageMs, counts, isConnected, size, stale } = verifier;
  const lines = [
    '# HELP avow_checks_total Checks by the code that was answered.',
    '# TYPE avow_checks_total counter',
    ...[...counts].map(([code, count]) => `avow_checks_total{code="${code.replace(/[^A-Z0-9_]/gi, '_')}"} ${count}`),
    ...gauge('avow_keys', 'Keys that are known.', size),
    ...gauge('avow_knowledge_age_seconds', 'Since Avow was last heard to be as known.', ageMs / 1000),
    ...gauge('avow_knowledge_stale', '1 while the knowledge is older than its lease.', Number(stale)),
    ...gauge('avow_connected', '1 while the change stream is open.', Number(isConnected)),
  ];
  return `${lines.join('\n')}\n`;
}

function gauge(name: string, help: string, value: number): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    `${name} ${value === Number.POSITIVE_INFINITY ? '+Inf' : value}`,
  ];
}
