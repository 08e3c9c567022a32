import type { TermsId, TierId } from '../../domain/ids';
import { defaultTerms } from '../../domain/terms';
import { tierTermsOf } from '../../domain/terms/tier-terms';
import type { ApiClient } from '../../main/api-client';
import type { Cast } from './cast';

interface Tiered {
  /** Has terms in force, and a proposal of legal’s that waits. */
  tierId: TierId;
  inForce: TermsId;
  proposed: TermsId;
}

/** A tier with most of the cast in it, made once. */
export async function tierOf(cast: Cast): Promise<Tiered> {
  const { world } = cast;
  const known = (await world.lead.call('GET', '/v1/tiers')).items[0];
  if (known?.proposed) return { tierId: known.id, inForce: known.inForce, proposed: known.proposed };
  const legal = await world.signIn('legal@vendor.example');
  const { id: tierId } = await legal.call('POST', '/v1/tiers', { name: 'Public sector' });
  await legal.call('POST', '/v1/tiers', { name: 'Start-ups' });
  const developerIds = ['active', 'due', 'grace', 'returned', 'long', 'new'].map((name) => cast.of(name).developerId);
  await legal.call('POST', '/v1/desk/tier-assignments', { tierId, developerIds });
  const shipped = tierTermsOf(defaultTerms);
  const [agreed, asked] = [{ suspendAfter: 45 }, { suspendAfter: 45, period: 'P9M', remindersBefore: [60, 30, 7, 0] }];
  const inForce = await propose(legal, tierId, { ...shipped, ...agreed }, 'The frame contract of 2026 asks for it.');
  await examined(world.lead, inForce);
  await world.lead.call('POST', `/v1/terms-versions/${inForce}/approve`);
  const note = 'Ministries report every nine months; we ask them then.';
  const proposed = await propose(legal, tierId, { ...shipped, ...asked }, note);
  await examined(world.lead, proposed);
  return { tierId, inForce, proposed };
}

async function propose(by: ApiClient, tierId: TierId, terms: object, note: string): Promise<TermsId> {
  return (await by.call('POST', `/v1/tiers/${tierId}/terms`, { terms, note })).id;
}

async function examined(as: ApiClient, id: TermsId): Promise<void> {
  while ((await as.call('GET', `/v1/terms-versions/${id}`)).preview.examinedAt === null)
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
}
