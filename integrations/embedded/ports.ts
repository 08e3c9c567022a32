import { createServer } from 'node:net';
import { AvowError } from '../../domain/errors';

const loopback = '127.0.0.1';

/** A port on loopback that nobody listens on just now; for tests and throw-away stacks. */
export async function freePort(): Promise<number> {
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
