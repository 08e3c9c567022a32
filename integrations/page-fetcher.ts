import http from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { type FetchedPage, type FetchFailure, visibleText } from '../domain/checks';

export interface PageFetcher {
  /** What is found at an address: never throws for what the address does, only says so. */
  fetch(url: string): Promise<FetchedPage>;
}

export interface PageFetcherOptions {
  timeoutMs?: number;
  maxBytes?: number;
  /**
   * Hosts that are served on this machine instead of where their name leads, as `policies.example` → `http://127.0.0.1:8123`.
   * Embedded mode and tests only: it is the one way to an internal address.
   */
  servedHere?: Readonly<Record<string, string>>;
}

const mostRedirects = 3;

interface Answer {
  status: number;
  location: string | null;
  isText: boolean;
  body: string;
}

/**
 * Fetches pages that users name: https on its own port only, never an internal address (whatever the name resolves to), no redirect to another host,
 * five seconds and one megabyte at most.
 */
export function createPageFetcher(options: PageFetcherOptions = {}): PageFetcher {
  const agent = new RequestFilteringHttpsAgent({ keepAlive: false });
  return {
    async fetch(url) {
      try {
        return await follow(url, agent, options);
      } catch (fault) {
        return { status: null, finalUrl: url, failure: reasonOf(fault) };
      }
    },
  };
}

async function follow(url: string, agent: https.Agent, options: PageFetcherOptions): Promise<FetchedPage> {
  let at = new URL(url);
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    if (at.protocol !== 'https:' || at.port !== '') throw failed('not-https');
    const answer = await get(at, agent, options);
    if (answer.location === null)
      return { status: answer.status, finalUrl: at.href, ...(answer.isText && { text: visibleText(answer.body) }) };
    const next = new URL(answer.location, at);
    if (next.host !== at.host && next.host !== `www.${at.host}` && `www.${next.host}` !== at.host) {
      return { status: answer.status, finalUrl: next.href, failure: 'other-host' };
    }
    at = next;
  }
  throw failed('too-many-redirects');
}

function get(url: URL, agent: https.Agent, options: PageFetcherOptions): Promise<Answer> {
  const { timeoutMs = 5_000, maxBytes = 1_000_000 } = options;
  const here = options.servedHere?.[url.hostname];
  const target = here === undefined ? url : new URL(`${url.pathname}${url.search}`, here);
  const headers = {
    accept: 'text/html, text/plain',
    'accept-encoding': 'identity',
    host: url.host,
    'user-agent': 'Avow policy check',
  };
  return new Promise((resolve, reject) => {
    const request = here === undefined ? https.get(target, { agent, headers }) : http.get(target, { headers });
    const timer = setTimeout(() => request.destroy(failed('too-slow')), timeoutMs);
    request.on('error', reject).on('close', () => clearTimeout(timer));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBytes) request.destroy(failed('too-large'));
        else chunks.push(chunk);
      });
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        const location = status >= 300 && status < 400 ? (response.headers.location ?? null) : null;
        const isText = /^text\/(html|plain)|^application\/xhtml/.test(response.headers['content-type'] ?? '');
        resolve({ status, location, isText, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
  });
}

/** A reason of ours, told through whatever rejects with it. */
function failed(failure: FetchFailure): Error & { failure: FetchFailure } {
  return Object.assign(new Error(failure), { failure });
}

/** A reason without addresses: what an internal name resolves to must not be told. */
function reasonOf(fault: unknown): FetchFailure {
  const { message = '', code = '', failure } = fault as Partial<Error & { code: string; failure: FetchFailure }>;
  if (failure) return failure;
  if (/is not allowed|DNS lookup/.test(message)) return 'not-public';
  return code === 'ENOTFOUND' ? 'no-such-host' : 'no-connection';
}
