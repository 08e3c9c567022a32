import type { Database } from '../../../db/database';
import { type AskedRequirement, findRequirement } from '../../../db/queries/drafts';
import type { DeveloperId, RequirementId } from '../../../domain/ids';
import { notFound } from '../../problems';

/** The requirement, or 404 when it is none of this developer's. */
export async function requirementOf(
  db: Database,
  developerId: DeveloperId,
  requirementId: RequirementId,
): Promise<AskedRequirement> {
  const requirement = await findRequirement(db, developerId, requirementId);
  if (!requirement) throw notFound('requirement');
  return requirement;
}
