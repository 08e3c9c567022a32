import { marker } from '../outcomes';
import { happen } from '../simulation';
import { type Act, signatory, staff } from './act';

/** What the vendor's people do about contacts, and beside a review. */
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
  'ask-about-item': {
    weight: 1,
    act: ({ world, state, envelope }) => {
      const item = world.chance.one(state.requirements.filter((row) => row.submissionId !== null));
      if (!item || item.submissionId === null) return;
      happen(world, {
        ...envelope(),
        type: 'review.asked',
        actor: staff('per_first'),
        submissionId: item.submissionId,
        requirementId: item.id,
        questionId: `qst_${world.count}`,
        words: marker,
      });
    },
  },
} as const satisfies Record<string, Act>;
