import { marker } from '../outcomes';
import { happen } from '../simulation';
import { type Act, signatory, staff } from './act';

/** What the vendor's people do about contacts. */
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
} as const satisfies Record<string, Act>;
