import { happen, tierVersions } from '../simulation';
import { type Act, staff } from './act';

/** Other contracts, and other terms of the same one; now and then by somebody who may not. */
export const terms = {
  'change-terms': {
    weight: 2,
    act: ({ world, envelope }) => {
      const termsId = world.chance.one([null, ...tierVersions]) ?? null;
      happen(world, {
        ...envelope(),
        type: 'terms.changed',
        actor: world.chance.next() < 0.1 ? { kind: 'person', id: 'per_signatory' } : staff('per_first'),
        tierId: termsId === null ? null : 'tir_a',
        termsId,
      });
    },
  },
} as const satisfies Record<string, Act>;
