import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Instant } from '../../domain/calendar/instant';
import type { RateLimits } from '../deps';
import { Answers } from './answers';
import { Callers } from './callers';
import { ChangeStream } from './change-stream';
import { Checks } from './checks';
import { type Exchange, guarded, refuseQuery, sendJson } from './exchange';
import type { Figures } from './figures';
import type { Follower } from './follower';
import { asGatewayFault, createGateway } from './gateway';
import { createMetrics, figuresOf } from './metrics';
import type { Signer } from './signer';
import { Snapshot } from './snapshot';
import { StatusList } from './status-list';
import { Usage, type UsageSink } from './usage';
import { VerificationJson } from './verification-json';
import { createVerify } from './verify';

export interface VerifierDeps {
  follower: Follower;
  clock: { now(): Instant };
  logger: Logger;
  settings: {
    publicUrl: string;
    rateLimits: Pick<RateLimits, 'perCaller' | 'keysPerToken'>;
    proxies?: number;
  };
  /** What other processes on the same port have to tell. */
  others?(): readonly Figures[];
  /** What signs the published lists. Asked for when the first is wanted. */
  signer(): Promise<Signer>;
}

/** What the operations of the hot path share. */
export interface VerifierParts extends Pick<VerifierDeps, 'follower' | 'clock' | 'signer'> {
  answers: Answers;
  verifications: VerificationJson;
  callers: Callers;
  checks: Checks;
  usage: Usage;
}

export interface Verifier {
  /** Answers the request and says true, when it is one of the hot path's. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** What this process has to tell of itself. */
  figures(): Figures;
  /** Hands over what was counted. */
  flush(sink: UsageSink): Promise<void>;
  /** Ends the streams. */
  stop(): void;
}

/** Everything that is answered from memory, before any framework sees the request. */
export function createVerifier(deps: VerifierDeps): Verifier {
  const { follower, clock, settings, logger, signer } = deps;
  const { publicUrl, rateLimits: limits, proxies = 0 } = settings;
  const answers = new Answers(follower, publicUrl);
  const parts: VerifierParts = {
    follower,
    clock,
    signer,
    answers,
    verifications: new VerificationJson(follower, answers, publicUrl),
    callers: new Callers({ follower, limits, proxies }),
    checks: new Checks(),
    usage: new Usage(follower),
  };
  const stream = new ChangeStream(parts);
  const figures = () => figuresOf(parts, stream.readers);
  const reading = ['GET', 'HEAD'];
  const on = (methods: readonly string[], exchange: Exchange) => guarded(methods, exchange, { publicUrl, logger });
  const exchanges = new Map<string, Exchange>([
    ['/v1/verify', on(['GET', 'HEAD', 'POST'], createVerify(parts))],
    ['/v1/verify/gateway', on(anyMethod, asGatewayFault(createGateway(parts)))],
    ['/v1/keys/changes', on(reading, stream.exchange)],
    ['/v1/keys/snapshot', on(reading, new Snapshot(parts).exchange)],
    ['/v1/keys/status-list', on(reading, new StatusList(parts, publicUrl).exchange)],
    ['/.well-known/jwks.json', on(reading, publicKeys(parts))],
    [
      '/metrics',
      on(
        reading,
        createMetrics(parts, () => [figures(), ...(deps.others?.() ?? [])]),
      ),
    ],
  ]);
  return {
    answer(request, response) {
      const url = request.url ?? '';
      const mark = url.indexOf('?');
      const exchange = exchanges.get(mark < 0 ? url : url.slice(0, mark));
      if (exchange === undefined) return false;
      void exchange(request, response, mark < 0 ? null : url.slice(mark + 1));
      return true;
    },
    figures,
    flush: (sink) => parts.usage.flush(sink, parts.callers, clock.now()),
    stop: () => stream.stop(),
  };
}

/** A proxy asks with the method of the request that it holds. */
const anyMethod = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function publicKeys({ signer }: VerifierParts): Exchange {
  return async (_request, response, query) => {
    if (query !== null) refuseQuery(query);
    const { publicKeys: text } = await signer();
    response.setHeader('Access-Control-Allow-Origin', '*');
    sendJson(response, text);
  };
}
