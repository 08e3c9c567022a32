import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/database';
import { type CampaignDraft, draftCampaign } from '../../db/workspace/campaigns';
import { draftPolicy, publishPolicy } from '../../db/workspace/policies';
import { addStaff } from '../../db/workspace/staff';
import { currentCatalogueVersion } from '../../domain/catalogue';
import { type CampaignId, idFrom, type PersonId, type PolicyVersionId } from '../../domain/ids';
import type { StaffRole } from '../../domain/permissions';
import { clausesOf, type PolicyDraft } from '../../domain/policies/policy-version';
import { sdkProducts } from '../../domain/products';

const fresh = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));

/** A version of the policy in which clause 3.4 reads otherwise. */
export function policyDraft(changes: Partial<PolicyDraft> = {}): PolicyDraft {
  return {
    title: 'Policy of March 2027',
    clauses: clausesOf(currentCatalogueVersion).map((one) => ({
      ...one,
      en: one.clause === '3.4' ? `${one.en} You answer within five working days.` : one.en,
      zhCn: `第 ${one.clause} 条的中文文本。`,
    })),
    summary: { en: 'Requests are answered within five working days.', zhCn: '须在五个工作日内答复请求。' },
    isMaterial: true,
    sdkProducts,
    catalogueVersion: currentCatalogueVersion,
    effectiveOn: '2026-11-23',
    ...changes,
  };
}

export function campaignDraft(policyVersionId: PolicyVersionId, changes: Partial<CampaignDraft> = {}): CampaignDraft {
  return {
    name: 'Five working days',
    policyVersionId,
    obligations: ['rights'],
    audience: { sdkProducts, standings: null, accountManagerIds: null, countries: null },
    dueAfter: 'P30D',
    spreadOver: 'P14D',
    ...changes,
  };
}

/** Two people of the vendor's, a version that the one wrote and the other published, and a draft of a campaign by the first. */
export async function campaigning(
  db: Database,
  now: number,
  changes: Partial<CampaignDraft> = {},
): Promise<{ author: PersonId; second: PersonId; policyVersionId: PolicyVersionId; campaignId: CampaignId }> {
  const hire = async (role: StaffRole) => {
    const personId = fresh('per');
    await addStaff(db, { personId, name: role, email: `${personId}@vendor.example`, role, language: 'en' }, now);
    return personId;
  };
  const [author, second] = [await hire('legal'), await hire('lead')];
  const [policyVersionId, campaignId] = [fresh('pol'), fresh('cmp')];
  await draftPolicy(db, policyVersionId, policyDraft(), author, now);
  await publishPolicy(db, policyVersionId, second, now, () => undefined);
  await draftCampaign(db, campaignId, campaignDraft(policyVersionId, changes), author, now);
  return { author, second, policyVersionId, campaignId };
}
