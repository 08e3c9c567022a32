import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { after } from '../../domain/calendar/zoned';
import type { SdkProductSlug } from '../../domain/products';
import type { ApiClient } from '../../main/api-client';
import { attest, checked, review } from '../../main/attest';
import type { World } from '../support/world';

/** A developer of a journey, with a signatory who is signed in. */
export interface JourneyDeveloper {
  id: string;
  name: string;
  email: string;
  backupEmail: string;
  appId: string;
  api: ApiClient;
}

interface Enrolment {
  product?: SdkProductSlug;
  timeZone?: string;
  country?: string;
  /** The address of the signatory; one that begins with `bounce` is refused by the mail server. */
  email?: string;
  backupEmail?: string;
  existingKeys?: { keyHash: string; name: string; prefix: string; lastFour: string }[];
}

/** Enrols a developer with one app, as the vendor's backend does, and signs the signatory in. */
export async function enrol(world: World, name: string, options: Enrolment = {}): Promise<JourneyDeveloper> {
  const tag = randomBytes(4).toString('hex');
  const email = options.email ?? `signatory-${tag}@developer.example`;
  const backupEmail = options.backupEmail ?? `backup-${tag}@developer.example`;
  const developer = await world.backend.call('POST', '/v1/developers', {
    legalName: `${name} ${tag}`,
    timeZone: options.timeZone ?? 'Asia/Shanghai',
    country: options.country ?? 'CN',
    language: 'en',
    accountManagerId: world.amId,
    contacts: [
      { name: 'Mei Lin', email, role: 'signatory', language: 'en' },
      { name: 'Bo Chen', email: backupEmail, role: 'backup', language: 'en' },
    ],
    apps: [
      {
        name: `${name} app`,
        sdkProduct: options.product ?? 'native',
        ...(options.existingKeys && { existingKeys: options.existingKeys }),
      },
    ],
  });
  const api = email.startsWith('bounce') ? world.api : await world.signIn(email);
  return { id: developer.id, name: developer.legalName, email, backupEmail, appId: developer.apps[0].id, api };
}

/** The first attestation: signed, reviewed and accepted; a live key is issued. Returns the key's secret. */
export async function onboard(world: World, developer: JourneyDeveloper): Promise<string> {
  await attestAccepted(world, developer);
  const key = await developer.api.call('POST', `/v1/developers/${developer.id}/apps/${developer.appId}/keys`, {
    name: 'production',
    environment: 'live',
  });
  return key.secret;
}

/** Attests and sees it accepted: by the checks, or by the account manager where a person has to look. */
export async function attestAccepted(world: World, developer: JourneyDeveloper): Promise<void> {
  for (const submission of await attest(developer.api, developer.id)) {
    const { state } = await checked(developer.api, developer.id, submission.id);
    if (state === 'in-review') await review(world.am, submission.id);
  }
}

/** Moves time by an ISO 8601 duration, and all that it brings about on the way. */
export async function advance(world: World, developer: { id: string }, howFar: string): Promise<void> {
  const view = () => world.admin.call('GET', `/v1/developers/${developer.id}`);
  const { now, timeZone } = await view();
  const there = after(Date.parse(now), howFar, timeZone);
  await moveInTime(world, developer, { advance: howFar }, async () => {
    const left = there - Date.parse((await view()).now);
    return { advance: `PT${Math.max(1, Math.ceil(left / 1_000))}S` };
  });
}

/** Moves time to what the clock brings about next, and sees that done. */
export function advanceToNext(world: World, developer: { id: string }): Promise<void> {
  // After a call in vain it is there; what is still to be done is waited for.
  return moveInTime(world, developer, { to: 'next' }, async () => ({ advance: 'PT1S' }));
}

/** How many calls wait for the same: five minutes. */
const patientCalls = 10;

/** A step takes longer than one call waits on a busy machine, so `rest` is asked for then. Throws, with what it waited for, when it never comes. */
async function moveInTime(
  world: World,
  { id }: { id: string },
  move: object,
  rest: () => Promise<object>,
): Promise<void> {
  let asked = move;
  for (let calls = 1; ; calls += 1) {
    try {
      await world.admin.call('POST', `/v1/developers/${id}/clock`, asked);
      return;
    } catch (fault) {
      if ((fault as { code?: string }).code !== 'clock.timeout' || calls === patientCalls) throw fault;
      asked = await rest();
    }
  }
}

export async function standingOf(world: World, developer: { id: string }): Promise<string> {
  return (await world.admin.call('GET', `/v1/developers/${developer.id}`)).standing;
}

/** Moves time step by step until the developer stands there, or fails after a year of steps. */
export async function advanceUntil(world: World, developer: { id: string }, standing: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if ((await standingOf(world, developer)) === standing) return;
    await advanceToNext(world, developer);
  }
  throw new Error(`${developer.id} never came to stand at ${standing}`);
}

export async function verify(
  world: World,
  key: string,
): Promise<{
  valid: boolean;
  code: string;
  reason: string | null;
  attestation: { state: string; dueOn: string; fixUrl: string } | null;
}> {
  const askedAt = Date.now();
  for (;;) {
    const answer = await world.backend.call('GET', '/v1/verify', undefined, { 'x-sdk-key': key });
    // What happened before this was asked is in the answer.
    if (Date.parse(answer.asOf) >= askedAt) return answer;
    await sleep(20);
  }
}

/** Subjects of the mails somebody got, oldest first. */
export async function mailsTo(world: World, email: string): Promise<string[]> {
  return (await world.inbox.list(email)).map((mail) => mail.subject);
}

/** Templates of the notices a developer was given, oldest first, without the vendor's own tasks. */
export async function noticesOf(world: World, developer: { id: string }): Promise<string[]> {
  const rows = await world.db
    .selectFrom('notices')
    .select('template')
    .where('developerId', '=', developer.id as never)
    .where('template', '!=', 'task')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.template);
}
