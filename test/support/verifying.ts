import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Logger } from 'pino';
import type { Database } from '../../db/database';
import type { RateLimits } from '../../server/deps';
import { Follower } from '../../server/verify/follower';
import { loadSigner } from '../../server/verify/signer';
import { createVerifier } from '../../server/verify/verifier';

/** A verifier on a port of its own, that reads the feed when it is told to. */
export interface Verifying {
  url: string;
  port: number;
  follower: Follower;
  /** `standsAt`: a clock that stands, so that nothing grows stale by how long a test takes. */
  time: { offset: number; standsAt?: number };
  errors: unknown[];
  stop(): Promise<void>;
}

const running: Verifying[] = [];
const wide = { limit: 1_000_000, windowMs: 60_000 };

export async function startVerifying(
  db: Database,
  limits: Partial<Pick<RateLimits, 'perCaller' | 'keysPerToken'>> = {},
): Promise<Verifying> {
  const time: Verifying['time'] = { offset: 0 };
  const clock = { now: () => (time.standsAt ?? Date.now()) + time.offset };
  const follower = new Follower({ db, clock, isEmbedded: true });
  const errors: unknown[] = [];
  const logger = { error: (fault: unknown) => void errors.push(fault) } as unknown as Logger;
  const verifier = createVerifier({
    follower,
    clock,
    logger,
    settings: {
      publicUrl: 'https://avow.example',
      proxies: 1,
      rateLimits: { perCaller: wide, keysPerToken: wide, ...limits },
    },
    signer: () => loadSigner(db, clock.now()),
  });
  const server: Server = createServer(
    { headersTimeout: 1_500, requestTimeout: 2_000, connectionsCheckingInterval: 200, maxHeaderSize: 16_384 },
    (request, response) => {
      if (!verifier.answer(request, response)) response.writeHead(404).end();
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const started: Verifying = {
    url: `http://127.0.0.1:${port}`,
    port,
    follower,
    time,
    errors,
    async stop() {
      verifier.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  running.push(started);
  return started;
}

/** Sends bytes as they are, and answers what came back until the other side closed, or was silent for so long. */
export function sendBytes(
  port: number,
  bytes: string | Buffer,
  silentMs = 20_000,
): Promise<{ text: string; isClosed: boolean }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let timer: NodeJS.Timeout;
    const end = (isClosed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, isClosed });
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(false), silentMs);
    };
    wait();
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      wait();
    });
    socket.on('error', () => end(true));
    socket.on('close', () => end(true));
    socket.write(bytes);
  });
}

afterAll(async () => {
  for (const one of running) await one.stop();
  running.length = 0;
});
