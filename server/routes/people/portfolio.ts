import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { getStaffPortfolio, handOverPortfolio, mostHandedOver } from '../../../api/staff';
import type { Database } from '../../../db/database';
import { developersOfManager, staffPortfolio } from '../../../db/queries/staff-portfolio';
import type { Tables } from '../../../db/tables';
import { changeDeveloperProfile } from '../../../db/workspace/developer-profiles';
import { staffQuery } from '../../../db/workspace/staff';
import { noteStaffChange } from '../../../db/workspace/staff-changes';
import { AvowError } from '../../../domain/errors';
import { idFrom, type PersonId } from '../../../domain/ids';
import { notFound } from '../../problems';
import { route } from '../../route';
import { refuseNoAccountManager } from '../developers/enrol';

export const getStaffPortfolioRoute = route(getStaffPortfolio, async ({ params, deps, now }) => {
  await refuseNobody(deps.db, params.personId);
  return staffPortfolio(deps.db, params.personId, now);
});

export const handOverPortfolioRoute = route(
  handOverPortfolio,
  async ({ params, body, caller, actor, deps, eventId, now }) => {
    const { personId } = params;
    const { toPersonId: accountManagerId } = body;
    await refuseNobody(deps.db, personId);
    if (accountManagerId === personId)
      throw new AvowError('request.invalid', 'Correct /toPersonId: name somebody else.', [
        { path: '/toPersonId', message: 'looks after them already' },
      ]);
    await refuseNoAccountManager(deps.db, accountManagerId);
    const developerIds = await developersOfManager(deps.db, personId, mostHandedOver);
    const moved = developerIds.length;
    const note = (transaction: Transaction<Tables>) => {
      const data = { to: accountManagerId, developers: moved };
      return noteStaffChange(transaction, { personId, change: 'handed-over', data, by: caller.personId }, now);
    };
    for (const developerId of developerIds) {
      // By the developer: when the request is repeated, others are left than the first time.
      const id = idFrom('evt', createHash('sha256').update(`${eventId}\n${developerId}`).digest());
      await deps.lifecycle.transact(
        developerId,
        { id, type: 'developer.changed', actor },
        {
          async alongside(transaction) {
            await changeDeveloperProfile(transaction, developerId, { accountManagerId }, now);
            // With the last of them: whoever dies in between and comes back finds some left, and notes it then.
            if (developerId === developerIds.at(-1)) await note(transaction);
          },
        },
      );
    }
    const { developers: left } = await staffPortfolio(deps.db, personId, now);
    return { moved, left };
  },
);

async function refuseNobody(db: Database, personId: PersonId): Promise<void> {
  if (!(await staffQuery(db).where('staff.personId', '=', personId).executeTakeFirst())) throw notFound('person');
}
