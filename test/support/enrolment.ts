import { createHash, randomBytes } from 'node:crypto';
import type { AppId, DeveloperId, PersonId } from '../../domain/ids';
import { formatKey } from '../../domain/keys/key-text';
import { ask, type TestServer } from './server';

export type Headers = Record<string, string>;

let count = 0;

/** The body of an enrolment, as the vendor sends it. */
export function enrolment(given: Record<string, unknown> = {}) {
  count += 1;
  const tag = `${count}-${randomBytes(3).toString('hex')}`;
  return {
    legalName: `Harbour Light ${tag}`,
    timeZone: 'Asia/Shanghai',
    country: 'CN',
    language: 'en',
    contacts: [
      { name: 'Mei Lin', email: `mei-${tag}@example.com`, role: 'signatory', language: 'en' },
      { name: 'Bo Chen', email: `bo-${tag}@example.com`, role: 'preparer', language: 'zh-CN' },
    ],
    ...given,
  };
}

/** A live key that worked before, and how an import tells it. */
export function existingKey() {
  const secret = formatKey('live', randomBytes(24));
  const keyHash = createHash('sha256').update(secret).digest('hex');
  return { secret, told: { keyHash, name: 'production', prefix: 'avow_live_', lastFour: secret.slice(-4) } };
}

export interface EnrolledDeveloper {
  id: DeveloperId;
  base: string;
  /** The part of the view that tests read; its schema is checked by the server. */
  view: {
    nextDueOn: string | null;
    now: string;
    nextStep: { at: string } | null;
    cycles: { plans: object[] }[];
    [field: string]: unknown;
  };
  /** The app of this name. */
  appId(name: string): AppId;
  signatoryId: PersonId;
  signatory: Headers;
  preparer: Headers;
}

/** Enrols a developer through the API and signs both its people in. */
export async function enrolled(
  server: TestServer,
  vendor: Headers,
  given: Record<string, unknown> = {},
): Promise<EnrolledDeveloper> {
  const { body: view } = await ask(server).post('/v1/developers').set(vendor).send(enrolment(given)).expect(201);
  const base = `/v1/developers/${view.id}`;
  const { body: contacts } = await ask(server).get(`${base}/contacts`).set(vendor).expect(200);
  const of = (role: string): PersonId =>
    contacts.items.find((contact: { role: string }) => contact.role === role)?.personId;
  return {
    id: view.id,
    base,
    view,
    appId: (name) => view.apps.find((app: { name: string }) => app.name === name)?.id,
    signatoryId: of('signatory'),
    signatory: await server.session(of('signatory')),
    preparer: of('preparer') ? await server.session(of('preparer')) : {},
  };
}
