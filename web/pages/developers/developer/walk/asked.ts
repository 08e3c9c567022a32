import { useEffect, useSyncExternalStore } from 'react';
import { useParams } from 'react-router';
import { getDeveloper } from '../../../../../api/developers';
import { getDraft } from '../../../../../api/drafts';
import { listRequirements } from '../../../../../api/requirements';
import { enterStep } from '../../../../../api/walk';
import type { AnswersByObligation } from '../../../../../domain/catalogue/condition';
import type { AppId, DeveloperId, RequirementId } from '../../../../../domain/ids';
import type { WalkStep } from '../../../../../domain/lifecycle/state';
import type { ObligationSlug } from '../../../../../domain/obligations';
import { call } from '../../../../client/call';
import { isProblem } from '../../../../client/problem';
import { useView, useViews, viewOf, wholeOf } from '../../../../client/view';
import { dayOf } from '../../../../moment/zoned';
import { useDeveloperId, useParts, useSession } from '../../../../shell/session';
import type { AppOwing, DeveloperShown } from '../actions';
import { useAppId } from './chosen';
import type { AskedDraft, Draft, DraftKeeper, DraftSnapshot } from './draft/keeper';
import { keeperOf } from './draft/keepers';

/** What one app is asked for now: to be stated, or returned and to be stated anew. The newest where two cycles ask the same. */
export function outstandingOf({ pastDue, currentlyDue }: AppOwing) {
  const asked = [...pastDue, ...currentlyDue];
  return asked.filter((one) => asked.findLast(({ obligation }) => obligation === one.obligation) === one);
}

/** The developer and what each of its apps owes. */
export function useOwing(): { developer: DeveloperShown; items: AppOwing[] } {
  const params = { developerId: useDeveloperId() };
  const [developer, items] = useViews(viewOf(getDeveloper, { params }), wholeOf(listRequirements, { params }));
  return { developer, items };
}

export interface AskedHere {
  developer: DeveloperShown;
  items: AppOwing[];
  owing: AppOwing;
  asked: AskedDraft & { requirementId: RequirementId };
}

/** The draft that the address names, of an app and an obligation; null where nothing is asked (any more). */
export function useAskedHere(): AskedHere | null {
  const { developer, items } = useOwing();
  const appId = useAppId();
  const obligation = useParams().obligation as ObligationSlug;
  const personId = useSession().person.id;
  const owing = items.find(({ app }) => app.id === appId);
  const one = owing && outstandingOf(owing).find((asked) => asked.obligation === obligation);
  if (!owing || !one?.requirementId || owing.catalogueVersion === null) return null;
  const asked = {
    personId,
    developerId: developer.id,
    requirementId: one.requirementId,
    appId,
    product: owing.app.sdkProduct,
    obligation,
    version: owing.catalogueVersion,
    today: dayOf(developer.now, developer.timeZone),
  };
  return { developer, items, owing, asked };
}

export interface DraftHere extends DraftSnapshot {
  draft: Draft;
  keeper: DraftKeeper;
  asked: AskedDraft;
  /** All answers of the app, these included: conditions look at them. */
  known: AnswersByObligation;
}

/** The draft with what is typed into it. */
export function useDraft(here: AskedDraft): DraftHere {
  const { developerId, requirementId, obligation } = here;
  const draft = useView(getDraft, { params: { developerId, requirementId } });
  const asked = { ...here, version: draft.catalogueVersion };
  const keeper = keeperOf(asked, draft);
  useEffect(() => keeper.receive(draft), [keeper, draft]);
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  return { ...snapshot, draft, keeper, asked, known: { ...draft.otherAnswers, [obligation]: snapshot.answers } };
}

const entered = new Set<string>();

/** Remembers the first entry into a step, for these apps. Somebody who only signs enters nothing. */
export function useEntry(developerId: DeveloperId, appIds: readonly AppId[], step: WalkStep): void {
  const { roles, scopes } = useParts(developerId);
  const mayEnter = roles.length > 0 || scopes.includes('draft');
  const list = appIds.join(',');
  useEffect(() => {
    if (!mayEnter || list === '') return;
    for (const appId of list.split(',') as AppId[]) {
      if (entered.has(`${appId}/${step}`)) continue;
      entered.add(`${appId}/${step}`);
      call(enterStep, { params: { developerId, appId }, body: { step } }).catch((fault: unknown) => {
        // Asked again at the next page: whether it was remembered decides nothing here.
        entered.delete(`${appId}/${step}`);
        if (!isProblem(fault)) throw fault;
      });
    }
  }, [developerId, list, step, mayEnter]);
}
