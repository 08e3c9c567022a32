import { after } from '../calendar/zoned';
import { AvowError } from '../errors';
import type { AppId, KeyId } from '../ids';
import type { EventOf } from './events';
import type { App, Key, LifecycleState } from './state';
import { put, record, type Work } from './work';

/** The state a key ought to be in by the open suspensions (rule 7): test keys are exempt, dead keys stay dead. */
export function desiredKeyState(state: Pick<LifecycleState, 'suspensions'>, key: Key): Key['state'] {
  if (key.state === 'revoked' || key.state === 'expired' || key.environment === 'test') return key.state;
  return state.suspensions.some((row) => row.appId === key.appId && row.liftedAt === null) ? 'suspended' : 'active';
}

/** A new key: test keys from the first day, live keys once the app is attested and while it is not restricted. */
export function keyIssued(work: Work, event: EventOf<'key.issued'>): void {
  const app = liveApp(work, event.appId);
  if (event.environment === 'live') {
    if (app.firstAcceptedAt === null && app.entry === 'registered') {
      throw new AvowError(
        'app.not-attested',
        'Live keys come with the first accepted attestation. Test keys work already.',
      );
    }
    if (app.standing === 'restricted' || app.standing === 'suspended') {
      throw new AvowError(
        'app.restricted',
        `The app is ${app.standing}: keys can be rolled, new ones come once what is open is mended.`,
      );
    }
  }
  issue(work, event.keyId, event.appId, event.environment, 'issued');
}

/** Keys that worked before Avow was asked. */
export function keysImported(work: Work, appId: AppId, keyIds: readonly KeyId[]): void {
  for (const keyId of keyIds) issue(work, keyId, appId, 'live', 'imported with the app');
}

function issue(work: Work, id: KeyId, appId: AppId, environment: Key['environment'], why: string): void {
  const key: Key = { id, appId, environment, state: 'active', issuedAt: work.now, expiresAt: null, replacedBy: null };
  const inherited: Key = { ...key, state: desiredKeyState(work.state, key) };
  record(work, 'key.issued', id, { why, rule: 'suspensions-are-rows', data: { environment, state: inherited.state } }, [
    put('keys', inherited),
  ]);
}

/** Rolling is always allowed; the new key inherits what is open, the old one works on through the overlap (rule 7). */
export function keyRolled(work: Work, event: EventOf<'key.rolled'>): void {
  const key = usableKey(work, event.keyId);
  if (key.replacedBy !== null)
    throw new AvowError('key.already-rolled', 'This key was rolled already; roll the one that replaced it.');
  const { terms } = work.context;
  const { timeZone } = work.state.developer;
  const expiresAt = event.overlap === null ? work.now : after(work.now, event.overlap, timeZone);
  if (expiresAt > after(work.now, terms.keyOverlapLongest, timeZone)) {
    throw new AvowError('key.overlap-too-long', `The old key can work on for ${terms.keyOverlapLongest} at most.`, [
      { path: '/overlap', message: `At most ${terms.keyOverlapLongest}.` },
    ]);
  }
  issue(work, event.newKeyId, key.appId, key.environment, 'rolled');
  record(work, 'key.rolled', key.id, { why: 'its holder replaced it', data: { expiresAt } }, [
    put('keys', { ...key, expiresAt, replacedBy: event.newKeyId }),
  ]);
}

/** Its holder ends a key for good. */
export function keyRevoked(work: Work, event: EventOf<'key.revoked'>): void {
  const key = usableKey(work, event.keyId);
  record(work, 'key.revoked', key.id, { why: 'its holder ended it' }, [put('keys', { ...key, state: 'revoked' })]);
}

/** Ends the overlap of rolled keys whose time is over. */
export function expireKeys(work: Work): void {
  for (const key of work.state.keys) {
    if (key.expiresAt === null || key.expiresAt > work.now || (key.state !== 'active' && key.state !== 'suspended'))
      continue;
    record(work, 'key.expired', key.id, { why: 'the overlap after rolling is over' }, [
      put('keys', { ...key, state: 'expired' }),
    ]);
  }
}

/** Brings every key into the state that the suspensions ask for. The one place where suspensions reach keys. */
export function settleKeys(work: Work): void {
  for (const key of work.state.keys) {
    const desired = desiredKeyState(work.state, key);
    if (desired === key.state) continue;
    const type = desired === 'suspended' ? 'key.suspended' : 'key.reinstated';
    record(
      work,
      type,
      key.id,
      {
        why: desired === 'suspended' ? 'a suspension covers it' : 'no suspension covers it',
        rule: 'suspensions-are-rows',
      },
      [put('keys', { ...key, state: desired })],
    );
  }
}

/** Every key of an app ends with it. */
export function revokeKeysOf(work: Work, appId: AppId, why: string): void {
  for (const key of work.state.keys) {
    if (key.appId !== appId || (key.state !== 'active' && key.state !== 'suspended')) continue;
    record(work, 'key.revoked', key.id, { why }, [put('keys', { ...key, state: 'revoked' })]);
  }
}

function usableKey(work: Work, id: KeyId): Key {
  const key = work.state.keys.find((row) => row.id === id);
  if (!key) throw new AvowError('resource.not-found', 'There is no such key, or it ended already.');
  if (key.state === 'revoked' || key.state === 'expired') throw new AvowError('key.revoked', 'This key ended already.');
  return key;
}

function liveApp(work: Work, id: AppId): App {
  const app = work.state.apps.find((row) => row.id === id);
  if (!app) throw new AvowError('resource.not-found', 'There is no such app.');
  if (app.retiredAt !== null) throw new AvowError('app.retired', 'This app is retired.');
  return app;
}
