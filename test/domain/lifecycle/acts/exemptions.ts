import type { Exemption } from '../../../../domain/lifecycle/exemptions';
import { day } from '../calendar-of-tests';
import { marker } from '../outcomes';
import { happen, type World } from '../simulation';
import { type Act, staff } from './act';
import { signed } from './signing';

/** Legal exemptions: claimed with the attestation, ended early by the vendor. Reviewers grant or refuse them (`outcomes.ts`). */
export const exemptions = {
  'claim-exemption': {
    weight: 3,
    act: ({ world, app }) => {
      if (!app) return;
      const event = signed(world, [app]);
      if (event.type !== 'submission.signed') return;
      const claim = { obligation: 'consent', statute: marker, jurisdiction: 'CN', reason: marker } as const;
      const apps = event.apps.map((entry) => ({ ...entry, exemptions: [{ ...claim, endsOn: someEnd(world) }] }));
      happen(world, { ...event, apps });
    },
  },
  'end-exemption': {
    weight: 2,
    act: ({ world, state, envelope }) => {
      const granted: Exemption | undefined =
        world.chance.one(state.exemptions.filter((row) => row.state === 'granted')) ?? state.exemptions[0];
      happen(world, {
        ...envelope(),
        type: 'exemption.ended',
        actor: staff('per_first'),
        exemptionId: granted?.id ?? 'exm_none',
        reason: marker,
      });
    },
  },
} as const satisfies Record<string, Act>;

/** Mostly ahead, now and then over already or longer than anybody may claim. */
function someEnd(world: World): string {
  const days = world.chance.pick({ soon: 30, ahead: 60, over: 5, tooLong: 5 });
  const ahead = { soon: [1, 20], ahead: [21, 400], over: [-9, 0], tooLong: [1100, 2000] } as const;
  const [from, through] = ahead[days];
  return new Date(world.now + world.chance.between(from, through) * day).toISOString().slice(0, 10);
}
