import { standings } from '../../../../domain/lifecycle/state';
import { obligations } from '../../../../domain/obligations';
import { sdkProducts } from '../../../../domain/products';
import { happen } from '../simulation';
import { type Act, staff } from './act';

/** Campaigns of the vendor's: some clauses changed, in words that are new or, now and then, not. */
export const campaigns = {
  campaign: {
    weight: 2,
    act: ({ world, envelope }) => {
      const asked = obligations.filter(() => world.chance.next() < 0.5);
      const enveloped = envelope();
      const today = new Date(world.now).toISOString().slice(0, 10);
      happen(world, {
        ...enveloped,
        type: 'campaign.asked',
        actor: staff('per_first'),
        // A campaign asks a developer by one event, so no second one has its name.
        campaignId: `cmp_${enveloped.id}`,
        policyVersionId: 'pol_a',
        scope: {
          catalogueVersion:
            world.chance.next() < 0.5 ? world.context.catalogueVersion : `v${world.chance.between(2, 4)}`,
          obligations: asked,
          sdkProducts,
          standings: world.chance.next() < 0.8 ? null : standings.filter(() => world.chance.next() < 0.5),
        },
        dates: { dueAfter: 'P30D', spreadOver: 'P30D', notBeforeOn: today },
      });
    },
  },
} as const satisfies Record<string, Act>;
