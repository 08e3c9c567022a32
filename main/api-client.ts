import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A refusal as the API words it (RFC 9457). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly problem: Record<string, unknown>,
  ) {
    super(
      `${status} ${code}: ${JSON.stringify(problem.detail ?? problem.title)} ${JSON.stringify(problem.errors ?? [])}`,
    );
  }
}

/** Speaks to Avow's API as one caller. Paths begin with `/v1`; answers come back as the view, untyped. */
export interface ApiClient {
  // A story reads many views; their schemas are checked by the server's tests.
  // oxlint-disable-next-line typescript/no-explicit-any
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<any>;
  /** The same server as another caller. */
  as(bearer: string | null): ApiClient;
}

export function apiClient(serverUrl: string, bearer: string | null = null): ApiClient {
  return {
    as: (other) => apiClient(serverUrl, other),
    async call(method, path, body, headers = {}) {
      const isFile = body instanceof Uint8Array;
      const response = await fetch(`${serverUrl}${path}`, {
        method,
        headers: {
          ...(bearer && { authorization: `Bearer ${bearer}` }),
          ...(body !== undefined && !isFile && { 'content-type': 'application/json' }),
          ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
          ...headers,
        },
        ...(body !== undefined && { body: isFile ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
      });
      const text = await response.text();
      const view = text === '' ? null : (JSON.parse(text) as Record<string, unknown>);
      if (!response.ok) throw new ApiProblem(response.status, String(view?.code), view ?? {});
      return view;
    },
  };
}

export interface InboxMessage {
  id: string;
  to: string[];
  subject: string;
  messageId: string;
  text: string;
  html: string;
  receivedAt: number;
}

/** Reads the development inbox. */
export interface InboxReader {
  list(to?: string): Promise<Omit<InboxMessage, 'text' | 'html'>[]>;
  read(id: string): Promise<InboxMessage>;
  /** The newest mail to somebody whose subject matches, awaited. */
  waitFor(to: string, subject: RegExp, after?: number): Promise<InboxMessage>;
}

/** `patienceMs`: how long `waitFor` waits for a mail. */
export function inboxReader(inboxUrl: string, patienceMs = 20_000): InboxReader {
  const get = async (path: string) => (await fetch(`${inboxUrl}${path}`)).json();
  const reader: InboxReader = {
    async list(to) {
      const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
      return ((await get(`/api/messages${query}`)) as { messages: InboxMessage[] }).messages;
    },
    read: async (id) => (await get(`/api/messages/${encodeURIComponent(id)}`)) as InboxMessage,
    async waitFor(to, subject, after = 0) {
      const end = performance.now() + patienceMs;
      while (performance.now() < end) {
        const found = (await reader.list(to)).filter((mail) => subject.test(mail.subject) && mail.receivedAt >= after);
        const newest = found.sort((one, other) => other.receivedAt - one.receivedAt)[0];
        if (newest) return reader.read(newest.id);
        await sleep(100);
      }
      throw new Error(`no mail to ${to} with a subject like ${subject}`);
    },
  };
  return reader;
}

/** Signs in as a person does: asks for a link, reads it in the inbox, uses it. */
export async function signIn(api: ApiClient, inbox: InboxReader, email: string): Promise<ApiClient> {
  const askedAt = Date.now() - 1;
  await api.call('POST', '/v1/sign-in-links', { email });
  const mail = await inbox.waitFor(email, /sign[- ]in|登录/i, askedAt);
  const token = /\/sign-in\?token=([A-Za-z0-9_-]+)/.exec(mail.text)?.[1];
  const session = await api.call('POST', '/v1/sessions', { token });
  return api.as(session.sessionToken as string);
}
