import { marker } from '../outcomes';
import { happen } from '../simulation';
import { type Act, type Moment, signatory } from './act';

/** What the developer's people do with keys. */
export const keys = {
  'issue-key': { weight: 1, act: (moment) => issue(moment, 'live') },
  'issue-test-key': { weight: 1, act: (moment) => issue(moment, 'test') },
  'roll-key': {
    weight: 1,
    act: ({ world, state, envelope }) => {
      const keyId = world.chance.one(state.keys)?.id ?? 'key_none';
      const overlap = world.chance.one([null, 'P3D', 'P30D', 'P31D']) ?? null;
      const id = envelope();
      happen(world, {
        ...id,
        type: 'key.rolled',
        actor: signatory,
        keyId,
        newKeyId: `key_${world.count}r`,
        overlap,
      });
    },
  },
  'revoke-key': {
    weight: 1,
    act: ({ world, state, envelope }) => {
      const keyId = world.chance.one(state.keys)?.id ?? 'key_none';
      happen(world, { ...envelope(), type: 'key.revoked', actor: signatory, keyId, reason: marker });
    },
  },
} as const satisfies Record<string, Act>;

function issue({ world, appId, envelope }: Moment, environment: 'live' | 'test'): void {
  const id = envelope();
  happen(world, { ...id, type: 'key.issued', actor: signatory, keyId: `key_${world.count}k`, appId, environment });
}
