import type { Day } from '../calendar/instant';
import { dayOf } from '../calendar/zoned';
import { AvowError } from '../errors';
import type { EventId } from '../ids';
import { openPeriodic } from './cycle';
import type { EventOf } from './events';
import { attestingApps, planAnew } from './next-due';
import { queueNotice } from './notice';
import { termsOfDeveloper } from './terms-of';
import { put, putDeveloper, record, type Work } from './work';

/**
 * Other terms hold for what is promised from now on: the next due day is planned anew unless its window has opened. Running cycles
 * keep their terms, so their dates and distances. The terms that hold already decide nothing, nor does anything of who has left.
 */
export function termsChanged(work: Work, { id, actor, tierId, termsId }: EventOf<'terms.changed'>): void {
  if (actor.kind !== 'staff' && actor.kind !== 'system')
    throw new AvowError('access.forbidden', 'Only the vendor changes the terms of a developer.');
  const { offboardedAt, ...known } = work.state.developer;
  if (offboardedAt !== null || (known.tierId === tierId && known.termsId === termsId)) return;
  // Throws for terms that are none, before anything rests on them.
  termsOfDeveloper(work.context, { termsId });
  // A window whose hour has come opens first, by the terms it was promised under.
  openPeriodic(work);
  const { developer } = work.state;
  record(
    work,
    'terms.changed',
    developer.id,
    {
      why: 'other terms hold from now on; running cycles keep theirs',
      rule: 'anchored-dates',
      data: { tierId, termsId, formerTierId: known.tierId, formerTermsId: known.termsId },
    },
    [putDeveloper({ ...developer, tierId, termsId })],
  );
  if (known.termsId === termsId) return;
  planAnew(work);
  coverAnew(work, developer.nextDueOn);
  // A day that was planned only now, behind a window that opens late, was promised to nobody yet.
  if (developer.nextDueOn === known.nextDueOn) tellOfMove(work, id, developer.nextDueOn);
}

/** A day that somebody counts on has moved: they hear of it once, from which day to which. Nothing is said where it stays. */
function tellOfMove(work: Work, occasion: EventId, formerDueOn: Day | null): void {
  const { nextDueOn: dueOn, nextOpensAt, timeZone, termsId } = work.state.developer;
  if (formerDueOn === null || dueOn === null || nextOpensAt === null || dueOn === formerDueOn) return;
  queueNotice(work, {
    template: 'terms-changed',
    plans: [],
    apps: attestingApps(work),
    rung: 'terms',
    occasion,
    audience: ['signatory', 'preparer'],
    facts: { terms: { termsId, formerDueOn, dueOn, opensOn: dayOf(nextOpensAt, timeZone) } },
    why: 'other terms move the next due day',
  });
}

/** What an acceptance covers ends with the next due day, so it moves with it; where something is asked before, it ends there as it did. */
function coverAnew(work: Work, formerOn: Day | null): void {
  const { nextDueOn } = work.state.developer;
  if (formerOn === null || nextDueOn === null || nextDueOn === formerOn) return;
  for (const app of work.state.apps) {
    const { coveredThroughOn } = app;
    if (coveredThroughOn === null || (coveredThroughOn !== formerOn && coveredThroughOn <= nextDueOn)) continue;
    record(
      work,
      'cycle.planned',
      app.id,
      {
        why: 'the acceptance covers through the next due day',
        rule: 'anchored-dates',
        data: { coveredThroughOn: nextDueOn },
      },
      [put('apps', { ...app, coveredThroughOn: nextDueOn })],
    );
  }
}
