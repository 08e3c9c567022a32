import type { Transaction } from 'kysely';
import type { Duration, Instant } from '../../domain/calendar/instant';
import type { AppId, DeveloperId, EventId } from '../../domain/ids';
import type { Actor, LifecycleEvent } from '../../domain/lifecycle/events';
import type { SdkProductSlug } from '../../domain/products';
import type { Tables } from '../tables';
import { addAppProfile } from './app-profiles';
import { addKeySecrets, type KeySecret } from './key-secrets';

export interface NewApp {
  appId: AppId;
  name: string;
  sdkProduct: SdkProductSlug;
  /** Live keys that it has had before; an app without any is registered and gets its keys by attesting. */
  keys: KeySecret[];
}

/** The decider's transaction. */
type Taking = (
  developerId: DeveloperId,
  event: LifecycleEvent,
  options: { alongside: (trx: Transaction<Tables>) => Promise<void> },
) => Promise<unknown>;

export interface NewApps {
  developerId: DeveloperId;
  apps: readonly NewApp[];
  actor: Actor;
  /** Apps with keys are one decision, those without another. */
  eventIds: { imported: EventId; registered: EventId };
  /** For some of many that come at once: the window over which the due days are spread. */
  spreadOver?: Duration;
  now: Instant;
}

/**
 * Gives a developer apps, with their names and what their keys are told by: those with keys in one transaction and those without in
 * another, so that one mail invites for each. The same ids again change nothing. Throws the decider's `AvowError`, and request.invalid
 * for a key that is known already.
 */
export async function addApps(transact: Taking, { developerId, apps, ...given }: NewApps): Promise<void> {
  const { actor, eventIds, spreadOver, now } = given;
  const [imported, registered] = [
    apps.filter(({ keys }) => keys.length > 0),
    apps.filter(({ keys }) => keys.length === 0),
  ];
  const spread = spreadOver === undefined ? {} : { spreadOver };
  const take = async (those: readonly NewApp[], event: LifecycleEvent): Promise<void> => {
    if (those.length === 0) return;
    const alongside = async (trx: Transaction<Tables>) => {
      for (const { appId, name } of those) await addAppProfile(trx, { appId, developerId, name }, now);
      await addKeySecrets(
        trx,
        those.flatMap(({ keys }) => keys),
      );
    };
    await transact(developerId, event, { alongside });
  };
  await take(imported, {
    id: eventIds.imported,
    type: 'app.imported',
    actor,
    apps: imported.map(({ appId, sdkProduct, keys }) => ({
      appId,
      sdkProduct,
      keyIds: keys.map(({ keyId }) => keyId),
    })),
    ...spread,
  });
  await take(registered, {
    id: eventIds.registered,
    type: 'app.registered',
    actor,
    apps: registered.map(({ appId, sdkProduct }) => ({ appId, sdkProduct })),
    ...spread,
  });
}
