import { assignDevelopers, nudgeDevelopers } from '../../../api/desk-developers';
import type { Database } from '../../../db/database';
import { changeDeveloperProfile } from '../../../db/workspace/developer-profiles';
import { codeOf, type ErrorCode } from '../../../domain/errors';
import type { DeveloperId, PersonId } from '../../../domain/ids';
import { route } from '../../route';
import { refuseNoAccountManager } from '../developers/enrol';

/** Each developer is an event of its own: what one of them refuses does not keep the others from it. */
export const nudgeDevelopersRoute = route(nudgeDevelopers, async ({ body, actor, deps, newId }) => {
  const named = body.developerIds.map((developerId) => ({ developerId, id: newId('evt') }));
  const known = await profilesOf(deps.db, body.developerIds);
  const items = [];
  for (const { developerId, id } of named) {
    const legalName = known.get(developerId)?.legalName ?? null;
    const nudge = () => deps.lifecycle.transact(developerId, { id, type: 'developer.nudged', actor });
    const outcome = legalName === null ? ('not-found' as const) : await outcomeOf(nudge, 'queued', nudgeRefusals);
    items.push({ developerId, legalName, outcome });
  }
  return { items };
});

export const assignDevelopersRoute = route(assignDevelopers, async ({ body, actor, deps, newId, now }) => {
  const { accountManagerId } = body;
  await refuseNoAccountManager(deps.db, accountManagerId);
  const named = body.developerIds.map((developerId) => ({ developerId, id: newId('evt') }));
  const known = await profilesOf(deps.db, body.developerIds);
  const items = [];
  for (const { developerId, id } of named) {
    const profile = known.get(developerId);
    const assign = () =>
      deps.lifecycle.transact(
        developerId,
        { id, type: 'developer.changed', actor },
        {
          alongside: (transaction) => changeDeveloperProfile(transaction, developerId, { accountManagerId }, now),
        },
      );
    const outcome = !profile
      ? ('not-found' as const)
      : profile.accountManagerId === accountManagerId
        ? ('unchanged' as const)
        : await outcomeOf(assign, 'assigned', { 'developer.offboarded': 'offboarded' });
    items.push({ developerId, legalName: profile?.legalName ?? null, outcome });
  }
  return { items };
});

const nudgeRefusals = {
  'reminder.already-sent': 'reminded-today',
  'reminder.nothing-due': 'nothing-due',
  'developer.offboarded': 'offboarded',
} as const;

/** What became of it; a refusal that is not expected is thrown on. */
async function outcomeOf<const Done extends string, const Refused extends string>(
  act: () => Promise<unknown>,
  done: Done,
  refusals: Partial<Record<ErrorCode, Refused>>,
): Promise<Done | Refused> {
  try {
    await act();
    return done;
  } catch (fault) {
    const code = codeOf(fault);
    const refused = code && refusals[code];
    if (refused === undefined) throw fault;
    return refused;
  }
}

interface Profile {
  legalName: string;
  accountManagerId: PersonId | null;
}

async function profilesOf(db: Database, ids: readonly DeveloperId[]): Promise<Map<DeveloperId, Profile>> {
  const rows = await db
    .selectFrom('developerProfiles')
    .select(['developerId', 'legalName', 'accountManagerId'])
    .where('developerId', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ developerId, ...profile }) => [developerId, profile]));
}
