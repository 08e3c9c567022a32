import type { Database } from '../../../db/database';
import { developerExists } from '../../../db/workspace/people';
import { AvowError } from '../../../domain/errors';
import type { DeveloperId } from '../../../domain/ids';
import type { PersonCaller } from '../../caller';
import { refuseOwnPeople } from '../../own-people';
import { notFound } from '../../problems';

/** An account manager bounds the enforcement of one developer, a lead or admin that of everybody; nobody that of a developer to whom they belong. Throws 403, or 404 for nobody. */
export async function refuseUnlessMine(
  db: Database,
  caller: PersonCaller,
  developerId: DeveloperId | null,
): Promise<void> {
  if (developerId === null) {
    if (caller.staffRole === 'am')
      throw new AvowError('access.forbidden', 'Name a developer, or ask a lead to do this for everybody.');
    return;
  }
  if (!(await developerExists(db, developerId))) throw notFound('developer');
  await refuseOwnPeople(db, caller, developerId, 'access.forbidden');
}
