import { randomBytes } from 'node:crypto';
import type { Transact } from '../../db/lifecycle/transact';
import { type AppId, type DeveloperId, idFrom } from '../../domain/ids';
import type { EventOf } from '../../domain/lifecycle/events';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const actor = { kind: 'system', id: 'test' } as const;

/** A developer in Shanghai who reads English, by the transaction alone: nothing of theirs has a name. */
export async function newDeveloper(
  transact: Transact,
): Promise<{ developerId: DeveloperId; enrolled: EventOf<'developer.enrolled'> }> {
  const developerId = id('dev');
  const place = { timeZone: 'Asia/Shanghai', country: 'CN', language: 'en' } as const;
  const enrolled = { id: id('evt'), type: 'developer.enrolled', actor, developerId, ...place } as const;
  await transact(developerId, enrolled);
  return { developerId, enrolled };
}

/** The same with an app, whose invitation is queued; `state` is how they stand then. */
export async function newDeveloperWithApp(transact: Transact) {
  const { developerId, enrolled } = await newDeveloper(transact);
  const appId: AppId = id('app');
  const apps = [{ appId, sdkProduct: 'native' }] as const;
  const { state } = await transact(developerId, { id: id('evt'), type: 'app.registered', actor, apps });
  return { developerId, appId, enrolled, state };
}
