import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { AvowError } from '../domain/errors';
import { type Exchange, guarded, sendJson } from '../server/verify/exchange';
import type { Running } from './compose';
import { composeVerification, type Verification } from './compose-verification';
import type { VerifierSettings } from './settings';
import type { joinPeers } from './verifier-peers';

/** How long a verifier waits for its keys before it listens all the same, to say that it lives and is not ready. */
const patienceMs = 10_000;

/**
 * Starts one verifier: nothing but the checks and what belongs to them. It needs PostgreSQL to begin, and not to go on. With `join` it
 * is one of several on a port.
 */
export async function serveVerifier(
  settings: VerifierSettings,
  join?: typeof joinPeers,
): Promise<Running & { port: number; loaded: Promise<void> }> {
  const logger = pino({ level: settings.logLevel, base: { part: 'verifier', pid: process.pid } });
  const verification = composeVerification(settings, logger, join);
  const { verifier, loaded } = verification;
  const other = createOthers(verification, (exchange) =>
    guarded(['GET', 'HEAD'], exchange, { publicUrl: settings.publicUrl, logger }),
  );
  const server = createServer(
    {
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
      noDelay: true,
    },
    (request, response) => {
      if (!verifier.answer(request, response)) other(request, response);
    },
  );
  await Promise.race([loaded, sleep(patienceMs, undefined, { ref: false })]);
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(settings.port, settings.host, resolve),
  );
  return {
    port: (server.address() as AddressInfo).port,
    loaded,
    async stop() {
      verifier.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await Promise.race([closed, sleep(5_000)]);
      server.closeAllConnections();
      await verification.stop();
    },
  };
}

function createOthers(
  { follower }: Verification,
  on: (exchange: Exchange) => Exchange,
): (request: IncomingMessage, response: ServerResponse) => void {
  const alive = on((_request, response) => sendJson(response, '{"isAlive":true}'));
  const ready = on((_request, response) => {
    if (!follower.isLoaded)
      throw new AvowError('database.unavailable', 'The keys are not loaded yet. Try again in a moment.', [], {
        retryAfterSeconds: 1,
      });
    sendJson(response, '{"isReady":true}');
  });
  const nothing = on(() => {
    throw new AvowError('route.not-found', 'A verifier answers /v1/verify and what belongs to it, nothing else.');
  });
  return (request, response) => {
    const path = request.url?.split('?', 1)[0];
    void (path === '/healthz' ? alive : path === '/readyz' ? ready : nothing)(request, response, null);
  };
}
