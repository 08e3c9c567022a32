import { changeDeveloper, getDeveloper, listDevelopers, offboardDeveloper } from '../../../api/developers';
import type { QueryOf } from '../../../api/operation';
import { pageOfDevelopers } from '../../../db/queries/developer-filter';
import { changeDeveloperProfile } from '../../../db/workspace/developer-profiles';
import { AvowError } from '../../../domain/errors';
import { route } from '../../route';
import { refuseNoAccountManager } from './enrol';
import { filterOf } from './filter';
import { summaryOf, viewOfDeveloper } from './view';

export const listDevelopersRoute = route(listDevelopers, async ({ query, as, caller, developerIds, deps, now }) => {
  if (as === 'developer') refuseVendorFilters(query);
  const filter = await filterOf(query, caller, deps, now);
  const reader = { developerIds, findsByEmail: as === 'staff' };
  const { rows, nextCursor } = await pageOfDevelopers(deps.db, filter, reader, query);
  return { items: rows.map((row) => summaryOf(row, as)), nextCursor };
});

/** What the vendor thinks of a developer is not to be found out by filtering for it. Throws access.forbidden. */
function refuseVendorFilters(query: QueryOf<typeof listDevelopers>): void {
  const names = (['hasOpenTasks', 'hasOpenReview', 'isUnreachable', 'tierId'] as const).filter(
    (name) => query[name] !== undefined,
  );
  if (names.length === 0) return;
  throw new AvowError(
    'access.forbidden',
    `This is the vendor’s to see. Leave ${names.join(', ')} out.`,
    names.map((name) => ({ path: `/query/${name}`, message: 'is for the vendor only' })),
  );
}

export const getDeveloperRoute = route(getDeveloper, async ({ params, as, deps }) =>
  viewOfDeveloper(deps, params.developerId, as),
);

export const changeDeveloperRoute = route(changeDeveloper, async ({ params, body, as, actor, deps, now, eventId }) => {
  const { developerId } = params;
  const { legalName, accountManagerId, ...lived } = body;
  if (accountManagerId !== undefined) {
    if (as === 'developer') {
      throw new AvowError('access.forbidden', 'The vendor says who looks after you. Leave accountManagerId out.', [
        { path: '/accountManagerId', message: 'is for the vendor to change' },
      ]);
    }
    await refuseNoAccountManager(deps.db, accountManagerId);
  }
  const profile = {
    ...(legalName !== undefined && { legalName }),
    ...(accountManagerId !== undefined && { accountManagerId }),
  };
  // Always an event, even if only the name changes: the timeline tells who did it.
  await deps.lifecycle.transact(
    developerId,
    { ...lived, id: eventId, type: 'developer.changed', actor },
    { alongside: (transaction) => changeDeveloperProfile(transaction, developerId, profile, now) },
  );
  return viewOfDeveloper(deps, developerId, as);
});

export const offboardDeveloperRoute = route(offboardDeveloper, async ({ params, body, as, actor, deps, eventId }) => {
  const { developerId } = params;
  await deps.lifecycle.transact(developerId, {
    id: eventId,
    type: 'developer.offboarded',
    actor,
    reason: body.reason,
  });
  return viewOfDeveloper(deps, developerId, as);
});
