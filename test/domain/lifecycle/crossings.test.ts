import { asked, exemption, zone } from './exempt';
import { answer, decide, raised } from './finding-story';
import { attested, Story, signatory, staff } from './story';

const words = 'The page was there all the time.';
const lead = staff('per_lead');

function file(story: Story, against: 'return' | 'restriction' | 'suspension', subject: string) {
  story.give({ type: 'appeal.filed', actor: signatory, against, subject, words, evidenceIds: [] });
  const appeal = story.state.appeals.at(-1);
  if (!appeal) throw new Error('there is no appeal');
  return (outcome: 'uphold' | 'dismiss') =>
    story.give({ type: 'appeal.decided', actor: lead, appealId: appeal.id, outcome, words });
}

/** Signed and checked, so that a person has to look. */
function underReview(story: Story, appId: `app_${string}` = 'app_a'): void {
  story.sign(appId, ['face-data']);
  story.check(appId, 'amber');
}

describe('an appeal that is upheld while a submission is under review', () => {
  const restricted = () => attested('America/New_York', '2026-03-10 09:00').until('2027-03-26 10:00');

  it('leaves the clock standing, and that is no further stop', () => {
    const story = restricted();
    underReview(story);
    file(story, 'restriction', story.plan('app_a').id)('uphold');
    expect(story.plan('app_a')).toMatchObject({ restrictedAt: null, stoppedBy: 'submission', submissionStops: 1 });
  });

  it('leaves it standing for the last submission that may stop it', () => {
    const story = restricted();
    underReview(story);
    story.review('app_a', 'return');
    underReview(story);
    file(story, 'restriction', story.plan('app_a').id)('uphold');
    expect(story.plan('app_a')).toMatchObject({ restrictedAt: null, stoppedBy: 'submission', submissionStops: 2 });
  });
});

describe('an extension of some apps of a cycle', () => {
  /** One app asks for time, another of the same cycle is restricted. */
  function asking(): Story {
    const story = attested('America/New_York', '2026-03-10 09:00');
    story.register('app_b');
    story.attest('app_b');
    story.until('2027-03-08 10:00');
    underReview(story, 'app_a');
    story.until('2027-03-20 10:00');
    story.review('app_a', 'return');
    story.until('2027-03-26 10:00');
    expect([story.app('app_a').standing, story.app('app_b').standing]).toEqual(['grace', 'restricted']);
    const event = { type: 'extension.requested', actor: signatory, untilOn: '2027-04-12' } as const;
    story.give({ ...event, plan: 'A release is in review.' });
    return story;
  }

  it('ends with its cycle where nothing of it is left to extend', () => {
    const story = asking();
    story.attest('app_a');
    story.until('2028-02-01 10:00');
    expect(story.times('extension.withdrawn')).toHaveLength(1);
    expect(story.state.tasks.map((task) => task.kind)).not.toContain('extension');
  });

  it('is none for an app that is restricted already, whatever else was answered meanwhile', () => {
    const story = asking();
    underReview(story, 'app_b');
    story.review('app_b', 'return');
    expect(story.plan('app_a').stoppedBy).toBe('extension');
    expect(story.plan('app_b').stoppedBy).toBeNull();
    const extensionId = story.state.extensions[0]?.id ?? 'ext_none';
    story.give({ type: 'extension.decided', actor: lead, extensionId, outcome: 'grant', reason: 'Seen.' });
    const { restrictedAt, restrictsNotBeforeAt } = story.plan('app_b');
    expect(restrictedAt).toBeGreaterThanOrEqual(restrictsNotBeforeAt ?? 0);
  });
});

describe('an appeal against the return of an exemption claimed', () => {
  const claimed = () => {
    const story = new Story(zone, '2026-11-23 11:00');
    story.register('app_a');
    story.claim('app_a', '2027-08-31');
    story.check('app_a');
    const { id } = story.submission('app_a');
    story.review('app_a', 'return');
    return { story, decide: file(story, 'return', id) };
  };

  it('upheld, grants it until the day claimed, and no longer', () => {
    const { story, decide } = claimed();
    decide('uphold');
    expect(exemption(story)).toMatchObject({
      state: 'granted',
      endsOn: '2027-08-31',
      decidedBy: 'per_lead',
      decisionReason: null,
    });
    expect(story.app('app_a').standing).toBe('active');
    expect(story.mails('2026-11-23')).toContain('2026-11-23 11:00 exemption-granted exemption');
    story.until('2027-09-01 10:00');
    expect(asked(story)).toEqual(['campaign consent open']);
  });

  it('upheld after that day, is asked anew with all its time', () => {
    const { story, decide } = claimed();
    story.until('2027-09-05 10:00');
    decide('uphold');
    story.until('2027-09-05 10:00');
    expect(story.app('app_a').standing).toBe('due');
    expect(asked(story)).toEqual(['campaign consent open']);
    expect(story.plan('app_a').dueOn).toBe('2027-10-05');
  });

  it('dismissed, leaves it to be stated', () => {
    const { story, decide } = claimed();
    decide('dismiss');
    expect(asked(story).filter((one) => one.endsWith('returned'))).toHaveLength(4);
    story.attest('app_a');
    expect(story.state.exemptions).toEqual([]);
    expect(story.app('app_a').standing).toBe('active');
  });
});

describe('a revocation for a finding', () => {
  it('waits for the decision on an answer that stops no clock any more', () => {
    const { story, findingId } = raised();
    for (const day of ['05', '06']) {
      answer(story, findingId);
      story.until(`2027-01-${day} 09:00`);
      decide(story, findingId, 'not-cured');
    }
    story.until('2027-03-01 09:00');
    expect(story.app('app_a').standing).toBe('suspended');
    const announced = {
      type: 'termination.announced',
      kind: 'revocation',
      appId: 'app_a',
      reason: 'It is false.',
    } as const;
    story.give({ ...announced, actor: staff('per_am') });
    answer(story, findingId);
    story.until('2027-08-02 09:00');
    const terminationId = story.state.terminations[0]?.id ?? 'trm_none';
    const confirm = () => story.give({ type: 'termination.confirmed', actor: lead, terminationId });
    expect(confirm).toThrow(expect.objectContaining({ code: 'termination.answer-owed' }));
    decide(story, findingId, 'not-cured');
    confirm();
    expect(story.state.apps).toEqual([]);
  });
});

describe('a finding', () => {
  it('is not taken back by who answered it', () => {
    const { story, findingId } = raised();
    answer(story, findingId);
    const withdrawn = { type: 'finding.withdrawn', findingId, reason: 'It does not matter.' } as const;
    expect(() => story.give({ ...withdrawn, actor: staff('per_signatory') })).toThrow(
      expect.objectContaining({ code: 'finding.same-person' }),
    );
    story.give({ ...withdrawn, actor: staff() });
    expect(story.app('app_a').standing).toBe('active');
  });
});
