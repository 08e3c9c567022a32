import type { listApps } from '../../../../../api/apps';
import type { listKeys } from '../../../../../api/keys';
import type { AnswerOf } from '../../../../client/asked';

export type AppShown = AnswerOf<typeof listApps>['items'][number];
export type KeyShown = AnswerOf<typeof listKeys>['items'][number];

/** A key that somebody may still hold: it works, or works again. */
export function isInUse({ state }: KeyShown): boolean {
  return state === 'active' || state === 'suspended';
}
