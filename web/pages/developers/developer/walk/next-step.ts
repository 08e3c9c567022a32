import type { DeveloperId } from '../../../../../domain/ids';
import type { ObligationSlug } from '../../../../../domain/obligations';
import { type Along, paths } from '../../../../paths';
import type { AppOwing } from '../actions';
import { outstandingOf } from './asked';
import { firstQuestion } from './tasks';

/** Where the walk goes on when a step is done: with the next one that is outstanding, at last with checking the answers. */
export function wayAfter(
  developerId: DeveloperId,
  owing: AppOwing,
  obligation: ObligationSlug,
  { apps = [] }: Along,
): string {
  const steps = outstandingOf(owing).map((one) => one.obligation);
  const next = steps[steps.indexOf(obligation) + 1];
  if (next === undefined || owing.catalogueVersion === null) {
    return paths.walkReview(developerId, { apps: apps.length > 0 ? apps : [owing.app.id] });
  }
  const question = firstQuestion(owing.catalogueVersion, next, owing);
  return paths.walkQuestion(developerId, owing.app.id, next, question, { apps });
}
