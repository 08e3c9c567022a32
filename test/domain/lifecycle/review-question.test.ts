import type { LifecycleState } from '../../../domain/lifecycle/state';
import { attested, type Story } from './story';

const staff = { kind: 'staff', id: 'per_am', role: 'am' } as const;

/** A second cycle, signed and with a person: the vendor owes the answer. */
function underReview(): Story {
  const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-11-22 12:00');
  story.sign('app_a');
  story.check('app_a', 'amber');
  return story;
}

const itemOf = (story: Story) =>
  story.state.requirements.filter((row) => row.submissionId === story.submission('app_a').id)[0]?.id ?? 'req_none';

function ask(story: Story, changes: object = {}) {
  const submissionId = story.submission('app_a').id;
  const about = { submissionId, requirementId: itemOf(story), questionId: 'qst_one', words: 'Which page?' } as const;
  return story.give({ type: 'review.asked', actor: staff, ...about, ...changes });
}

/** All that binds: everything but the notices, and when the last decision was. */
const binding = ({ notices: _notices, developer, ...state }: LifecycleState) => ({
  ...state,
  developer: { ...developer, lastDecisionAt: 0 },
});

describe('a question about an item', () => {
  it('is mailed to signatories and preparers in the words of who asks, and changes nothing else', () => {
    const story = underReview();
    story.isMailDelivered = false;
    const before = binding(story.state);
    expect(ask(story).map(({ type }) => type)).toEqual(['notice.queued']);
    expect(binding(story.state)).toEqual(before);
    const notice = story.queued('review-question');
    expect(notice.audience).toEqual(['signatory', 'preparer']);
    expect(notice.facts.question).toEqual({ obligation: 'law', words: 'Which page?' });
  });

  it('holds nobody up: the lead hears and the app passes on the days on which they would have', () => {
    const asked = underReview();
    asked.until('2027-11-29 18:00');
    ask(asked);
    asked.until('2028-02-01');
    const quiet = underReview().until('2028-02-01');
    const late = ['submission.overdue', 'submission.passed-provisionally', 'rung.fired', 'cycle.lapsed'] as const;
    expect(asked.times(...late)).toEqual(quiet.times(...late));
    expect(asked.times('submission.passed-provisionally')).toEqual([
      '2027-12-07 00:00 submission.passed-provisionally',
    ]);
    const dated = ({ state }: Story) => [state.plans, state.cycles, state.submissions, state.apps];
    expect(dated(asked)).toEqual(dated(quiet));
  });

  it('is refused about what is decided, about what is none of the submission, and after the answer', () => {
    const story = underReview();
    expect(() => ask(story, { requirementId: 'req_none' })).toThrow('not part of the submission');
    expect(() => ask(story, { submissionId: 'sub_none' })).toThrow('no such submission');
    const { id: submissionId } = story.submission('app_a');
    const items = [{ requirementId: itemOf(story), outcome: 'accept' }] as const;
    story.give({ type: 'review.decided', actor: staff, submissionId, items: [...items] });
    expect(() => ask(story)).toThrow('Somebody has decided this item already');
  });
});
