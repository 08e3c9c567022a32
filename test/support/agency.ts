import { confirmDelegate } from '../../db/workspace/delegates';
import type { DelegationId, DeveloperId, PersonId } from '../../domain/ids';
import type { DelegationScope } from '../../domain/permissions';
import { ask, type TestServer } from './server';

type Session = { Authorization: string };

/** An agency with one person, let in and signed in. */
export interface Agency {
  delegationId: DelegationId;
  /** `/v1/developers/{developerId}/delegations/{delegationId}` */
  path: string;
  personId: PersonId;
  session: Session;
}

interface Hiring {
  scopes: readonly DelegationScope[];
  hasMandate?: boolean;
  endsOn?: string;
  email?: string;
}

export const pdf = Buffer.from('%PDF-1.7\nA mandate, made up.\n');
let count = 0;

/** What is asked when an agency is let in. */
export function delegation(given: Partial<Hiring> & { delegates?: object[] } = {}) {
  const { scopes = ['draft'], endsOn = '2027-05-31', email } = given;
  count += 1;
  const delegate = { name: 'Ann Lee', email: email ?? `agency-${count}-${Date.now()}@example.com`, language: 'en' };
  return { agencyName: 'Clear Words Agency', scopes, endsOn, delegates: given.delegates ?? [delegate] };
}

/** Grants through the API, uploads the mandate when asked for, confirms the delegate and signs them in. */
export async function hireAgency(
  server: TestServer,
  developer: { developerId: DeveloperId; session: Session },
  hiring: Hiring,
): Promise<Agency> {
  const base = `/v1/developers/${developer.developerId}/delegations`;
  const { body } = await ask(server).post(base).set(developer.session).send(delegation(hiring)).expect(201);
  const path = `${base}/${body.id}`;
  if (hiring.hasMandate) await uploadMandate(server, path, developer.session).expect(201);
  const personId: PersonId = body.delegates[0].personId;
  await confirmDelegate(server.deps.db, personId, server.time.now);
  return { delegationId: body.id, path, personId, session: await server.session(personId) };
}

/** Uploads a mandate, made up. */
export function uploadMandate(server: TestServer, path: string, session: Session, mediaType = 'application/pdf') {
  return ask(server)
    .post(`${path}/mandate`)
    .set(session)
    .set('Content-Type', mediaType)
    .set('Content-Disposition', 'attachment; filename="mandate.pdf"')
    .serialize((bytes) => bytes)
    .send(pdf);
}
