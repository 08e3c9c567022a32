import { marker } from '../outcomes';
import { happen } from '../simulation';
import { type Act, signatory, staff } from './act';

/** What the vendor's people do about contacts and about enforcement. */
export const vendor = {
  'verify-contact': {
    weight: 1,
    act: ({ world, envelope }) => {
      happen(world, { ...envelope(), type: 'contact.verified', actor: signatory, personId: 'per_signatory' });
    },
  },
  'confirm-notice': {
    weight: 1,
    act: ({ world, state, envelope }) => {
      const bounced = world.chance.one(state.notices.filter((row) => row.state === 'bounced'));
      const notice = bounced ?? world.chance.one(state.notices);
      for (const id of ['per_first', 'per_second'] as const)
        happen(world, {
          ...envelope(),
          type: 'notice.confirmed',
          actor: staff(id),
          noticeId: notice?.id ?? 'ntc_none',
          channel: 'telephone',
          spokeWith: marker,
          confirmedAt: world.now,
        });
    },
  },
  'budget-none': {
    weight: 1,
    isRareInNeglect: true,
    act: ({ world }) => {
      // A budget of nothing holds every plan for good, so lives under it are kept rare.
      if (world.chance.next() < 0.3) world.context = { ...world.context, budgetLeft: 0 };
    },
  },
  'budget-one': {
    weight: 1,
    act: ({ world }) => {
      world.context = { ...world.context, budgetLeft: 1 };
    },
  },
  'budget-unlimited': {
    weight: 1,
    act: ({ world }) => {
      world.context = { ...world.context, budgetLeft: Number.POSITIVE_INFINITY };
    },
  },
  hold: {
    weight: 1,
    isRareInNeglect: true,
    act: ({ world }) => {
      world.context = { ...world.context, isHeld: world.chance.next() < 0.5 };
    },
  },
  release: {
    weight: 2,
    act: ({ world, envelope }) => {
      world.context = { ...world.context, isHeld: false, budgetLeft: Number.POSITIVE_INFINITY };
      happen(world, { ...envelope(), type: 'clock.ticked', actor: { kind: 'system', id: 'release' } });
    },
  },
} as const satisfies Record<string, Act>;
