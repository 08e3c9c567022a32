import { marker } from '../outcomes';
import { happen, type World } from '../simulation';
import { type Act, signatory, staff } from './act';

/** Names for apps that come together: one, or two at times. */
function several(world: World, kind: 'g' | 'i'): string[] {
  const name = `${world.count}${kind}`;
  return world.chance.next() < 0.3 ? [name, `${name}2`] : [name];
}

/** Apps come and go, and the developer moves or leaves. */
export const apps = {
  register: {
    weight: 1,
    act: ({ world, state, envelope }) => {
      if (state.apps.length >= 4) return;
      const id = envelope();
      const apps = several(world, 'g').map((name) => ({ appId: `app_${name}`, sdkProduct: 'native' }) as const);
      happen(world, { ...id, type: 'app.registered', actor: signatory, apps });
    },
  },
  import: {
    weight: 1,
    act: ({ world, state, envelope }) => {
      if (state.apps.length >= 4) return;
      const id = envelope();
      const apps = several(world, 'i').map(
        (name) => ({ appId: `app_${name}`, sdkProduct: 'wechat-mini', keyIds: [`key_${name}`] }) as const,
      );
      happen(world, { ...id, type: 'app.imported', actor: staff('per_first'), apps });
    },
  },
  retire: {
    weight: 1,
    isRareInNeglect: true,
    act: ({ world, appId, envelope }) => {
      if (world.chance.next() < 0.4)
        happen(world, { ...envelope(), type: 'app.retired', actor: signatory, appId, reason: marker });
    },
  },
  offboard: {
    weight: 1,
    isRareInNeglect: true,
    act: ({ world, envelope }) => {
      if (world.chance.next() < 0.1)
        happen(world, { ...envelope(), type: 'developer.offboarded', actor: signatory, reason: marker });
    },
  },
  'move-away': {
    weight: 1,
    act: ({ world, envelope }) => {
      if (world.chance.next() >= 0.2) return;
      const timeZone = world.chance.one(['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland']) ?? 'UTC';
      happen(world, { ...envelope(), type: 'developer.changed', actor: signatory, timeZone });
    },
  },
} as const satisfies Record<string, Act>;
