import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchDecisions } from '../bench/decisions';
import { benchDesk } from '../bench/desk';
import { benchEdgeCheck } from '../bench/edge-check';
import type { Row } from '../bench/row';
import { benchVerify } from '../bench/verify';
import { benchVerifySoak } from '../bench/verify-soak';
import { freePort } from '../integrations/embedded/ports';
import { startPostgres } from '../integrations/embedded/postgres';

/** Every bench by its name. Each gets a PostgreSQL of its own, as durable as in production. */
const benches: Readonly<Record<string, (databaseUrl: string) => Promise<Row[]>>> = {
  decisions: benchDecisions,
  verify: benchVerify,
  'verify-soak': (databaseUrl) => benchVerifySoak(databaseUrl, Number(process.env.AVOW_SOAK_SECONDS ?? 600)),
  'edge-check': benchEdgeCheck,
  desk: (databaseUrl) => benchDesk(databaseUrl),
};

const mostNoise = 0.25;

/** `npm run bench -- <name> [--json]`: ratios of both sides measured in one run; a run that is too noisy says so. */
async function main(): Promise<void> {
  const isJson = process.argv.includes('--json');
  const name = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 'decisions';
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.`);
  const directory = await mkdtemp(join(tmpdir(), 'avow-bench-'));
  await chmod(directory, 0o711);
  const postgres = await startPostgres({ directory: join(directory, 'postgres'), port: await freePort() });
  try {
    await postgres.createDatabase('bench');
    const rows = await bench(postgres.url('bench'));
    report(rows, isJson);
  } finally {
    await postgres.destroy();
    await rm(directory, { recursive: true, force: true });
  }
}

function report(rows: readonly Row[], isJson: boolean): void {
  const inconclusive = rows.some((row) => row.must !== null && row.noise > mostNoise);
  const judged = rows.map(({ noise: _noise, isLessBetter, ...row }) => ({
    ...row,
    pass: row.must === null ? null : isLessBetter ? row.value <= row.must : row.value >= row.must,
  }));
  for (const row of rows) {
    const bounds = row.must === null ? '' : `  must ${row.isLessBetter ? '≤' : '≥'} ${row.must}, aim ${row.aim}`;
    (isJson ? process.stderr : process.stdout).write(
      `${row.name.padEnd(48)} ${row.value.toPrecision(3).padStart(8)}  ± ${(row.noise * 100).toFixed(0)} %${bounds}\n`,
    );
  }
  if (inconclusive) process.stderr.write('inconclusive: the rounds differ too much on this machine just now\n');
  if (isJson) process.stdout.write(`${JSON.stringify({ rows: judged, inconclusive })}\n`);
  if (!inconclusive && judged.some((row) => row.pass === false)) process.exitCode = 1;
}

main().then(
  () => process.exit(),
  (fault: Error) => {
    process.stderr.write(`${fault.message}\n`);
    process.exit(1);
  },
);
