import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { AvowError } from '../../domain/errors';

const loopback = '127.0.0.1';

/**
 * Where free ports are looked for: below what systems hand out by themselves (from 32768 on Linux, 49152 elsewhere), so that no
 * connection and no `listen(0)` takes one before whoever asked listens on it; and each process in a stretch of its own.
 */
const stretches = { from: 10_000, count: 90, length: 250 };
const given = new Set<number>();

/** A port on loopback that nobody listens on just now, and none twice to one process; for tests and throw-away stacks. */
export async function freePort(): Promise<number> {
  const first = stretches.from + (process.pid % stretches.count) * stretches.length;
  for (let tries = 0; tries < 2 * stretches.length; tries += 1) {
    const port = first + randomInt(stretches.length);
    if (given.has(port) || !(await isPortFree(port))) continue;
    given.add(port);
    return port;
  }
  return listenOnce(0);
}

/** Can this port on loopback be listened on just now? */
export async function isPortFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

/**
 * Takes a port as wanted. Throws `start.port-busy` naming the port, what it was for, and how to choose another.
 * @param use what listens there, as the reader knows it: `the web inbox`
 * @param choose how to choose another: `AVOW_INBOX_PORT=8026 npm start`
 */
export async function claimPort(wanted: { port: number; use: string; choose: string }): Promise<number> {
  try {
    return await listenOnce(wanted.port);
  } catch (fault) {
    const reason =
      (fault as NodeJS.ErrnoException).code === 'EACCES' ? 'needs privileges' : 'is in use by another program';
    throw new AvowError(
      'start.port-busy',
      `Port ${wanted.port}, wanted for ${wanted.use}, ${reason}. Free it, or choose another: ${wanted.choose}`,
      [],
      { port: wanted.port },
    );
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port, host: loopback, exclusive: true }, () => {
      const taken = probe.address();
      probe.close(() =>
        taken !== null && typeof taken === 'object' ? resolve(taken.port) : reject(new Error('no port')),
      );
    });
  });
}
