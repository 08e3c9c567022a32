import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from '../api-client';
import type { Actor } from './cast';
import { persist, until } from './persistence';
import type { Stage } from './stage';

export const momentNames = ['submission', 'suspension', 'mail'] as const;
/** What is going on when a part is killed. */
export type MomentName = (typeof momentNames)[number];

/** How long somebody goes on asking. */
export const patienceMs = 90_000;

/** A moment that has begun. */
export interface Begun {
  /** Resolves when it is going on: the kill follows at some point of the next quarter of a second. */
  underWay: Promise<unknown>;
  /** The end state: what somebody who asked for it waits for. */
  isReached(): Promise<boolean>;
  /** What the one who began it was answered; rejects when they were refused. */
  answered: Promise<unknown>;
}

export type Begin = (stage: Stage, actor: Actor) => Promise<Begun>;

/** How each moment is brought about: through the API, by somebody who asks again until there is an answer. */
export const moments: Readonly<Record<MomentName, Begin>> = { submission: submit, suspension: suspend, mail: send };

async function submit(stage: Stage, actor: Actor): Promise<Begun> {
  const signatory = await stage.as(actor.signatoryId);
  const { words } = await signatory.call('GET', `/v1/developers/${actor.id}/signing?appIds=${actor.appId}&language=en`);
  const signature = { typedName: 'Mei Lin', typedTitle: 'Head of Privacy', hasAuthority: true, words, language: 'en' };
  const request = {
    method: 'POST',
    path: `/v1/developers/${actor.id}/submissions`,
    body: { appIds: [actor.appId], signature },
  };
  let isAnswered = false;
  const answered = persist(signatory, request, patienceMs).then((view) => {
    isAnswered = true;
    return view;
  });
  return {
    underWay: Promise.resolve(),
    answered,
    isReached: async () => isAnswered && (await isDecided(stage, actor)),
  };
}

/** Accepted by its checks, or with an account manager. */
async function isDecided({ db }: Stage, { id }: Actor): Promise<boolean> {
  const newest = await db
    .selectFrom('submissions')
    .select(['answeredAt', 'needsReview', 'checks'])
    .where('developerId', '=', id)
    .orderBy('signedAt', 'desc')
    .executeTakeFirst();
  return newest !== undefined && newest.checks !== 'pending' && (newest.answeredAt !== null || newest.needsReview);
}

async function suspend(stage: Stage, actor: Actor): Promise<Begun> {
  return {
    underWay: Promise.resolve(),
    answered: letTheNextHappen(stage, await stage.as(stage.vendor.admin), actor),
    isReached: async () => (await standingOf(stage, actor)) === 'suspended',
  };
}

async function send(stage: Stage, actor: Actor): Promise<Begun> {
  const known = (await noticesOf(stage, actor)).map(({ id }) => id);
  const fresh = async () => (await noticesOf(stage, actor)).filter(({ id }) => !known.includes(id));
  return {
    answered: letTheNextHappen(stage, await stage.as(stage.vendor.admin), actor),
    // The mail begins with its notice; before that it would be another step of the clock.
    underWay: until(async () => (await fresh()).length > 0, 5_000, 5),
    async isReached() {
      const states = (await fresh()).map(({ state }) => state);
      return states.length > 0 && states.every((state) => state === 'accepted');
    },
  };
}

/** Moves the developer's time to the next step, once: asked again only as long as time did not move. */
async function letTheNextHappen(stage: Stage, admin: ApiClient, actor: Actor): Promise<unknown> {
  const { nextWakeAt } = await stage.db
    .selectFrom('developers')
    .select('nextWakeAt')
    .where('id', '=', actor.id)
    .executeTakeFirstOrThrow();
  const hasMoved = async () => {
    const offset = await stage.db
      .selectFrom('developerOffsets')
      .select('offsetMs')
      .where('developerId', '=', actor.id)
      .executeTakeFirst();
    return offset !== undefined && Date.now() + offset.offsetMs >= (nextWakeAt ?? 0);
  };
  const request = { method: 'POST', path: `/v1/developers/${actor.id}/clock`, body: { to: 'next' } };
  const isMoot = async () => {
    // A server that lost its client may still be at work on it.
    await sleep(200);
    return hasMoved();
  };
  return persist(admin, { ...request, isMoot }, patienceMs);
}

async function standingOf({ db }: Stage, { appId }: Actor): Promise<string> {
  return (await db.selectFrom('apps').select('standing').where('id', '=', appId).executeTakeFirstOrThrow()).standing;
}

function noticesOf({ db }: Stage, { id }: Actor) {
  return db.selectFrom('notices').select(['id', 'state']).where('developerId', '=', id).execute();
}
