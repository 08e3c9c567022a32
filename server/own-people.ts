import type { Database } from '../db/database';
import { isContactOf } from '../db/workspace/people';
import { AvowError } from '../domain/errors';
import type { DeveloperId } from '../domain/ids';
import type { PersonCaller } from './caller';
import type { ProblemCode } from './problems';

/** True for a confirmed contact of this developer, whatever for, and for people of an agency that acts for it: they decide nothing about it for the vendor. */
export async function belongsTo(db: Database, caller: PersonCaller, developerId: DeveloperId): Promise<boolean> {
  if (caller.delegations.some((own) => own.developerId === developerId)) return true;
  return isContactOf(db, developerId, caller.personId);
}

/** Throws this code for a person of the vendor's who belongs to the developer. */
export async function refuseOwnPeople(
  db: Database,
  caller: PersonCaller,
  developerId: DeveloperId,
  code: ProblemCode,
): Promise<void> {
  if (await belongsTo(db, caller, developerId))
    throw new AvowError(code, 'You are one of this developer’s people. Leave it to a colleague.');
}
