import { asked, exemption, zone } from './exempt';
import { attested, Story, staff } from './story';

/** The items of the review, consent with these words more. */
function decide(story: Story, consent: object, by = 'per_am' as `per_${string}`): void {
  const { id } = story.submission('app_a');
  const rows = story.state.requirements.filter((row) => row.submissionId === id && row.state === 'submitted');
  const items = rows.map((row) => ({
    requirementId: row.id,
    outcome: 'accept' as const,
    ...(row.obligation === 'consent' && consent),
  }));
  story.give({ type: 'review.decided', actor: staff(by), submissionId: id, items });
}

describe('a claim', () => {
  it('waits for a person though every check is green and nothing else is of risk', () => {
    const story = attested(zone, '2026-11-23 11:00').until('2027-10-01 10:00');
    const claim = {
      obligation: 'consent',
      statute: 'Act',
      jurisdiction: 'SG',
      reason: 'r',
      endsOn: '2028-06-30',
    } as const;
    story.sign('app_a', [], [claim]);
    story.check('app_a');
    expect(exemption(story).state).toBe('claimed');
    expect(story.state.tasks.map((task) => task.kind)).toContain('review');
    expect(story.times('submission.checked').at(-1)).toBeDefined();
    expect(asked(story)).toContain('periodic consent submitted');
  });

  it('that is over, too long, or of another clause is refused, and nothing is signed', () => {
    const story = new Story(zone, '2026-11-23 11:00');
    story.register('app_a');
    expect(() => story.claim('app_a', '2026-11-23')).toThrow(expect.objectContaining({ code: 'exemption.end-past' }));
    expect(() => story.claim('app_a', '2029-11-24')).toThrow(expect.objectContaining({ code: 'exemption.too-long' }));
    const claim = {
      obligation: 'rights',
      statute: 'Act',
      jurisdiction: 'SG',
      reason: 'r',
      endsOn: '2027-06-30',
    } as const;
    expect(() => story.sign('app_a', [], [claim])).toThrow(expect.objectContaining({ code: 'answers.invalid' }));
    expect(story.state.submissions).toHaveLength(0);
    story.claim('app_a', '2029-11-23');
    expect(exemption(story)).toMatchObject({ state: 'claimed', endsOn: '2029-11-23', askedBy: 'per_signatory' });
  });
});

describe('a decision on a claim', () => {
  let story: Story;
  beforeEach(() => {
    story = new Story(zone, '2026-11-23 11:00');
    story.register('app_a');
    story.claim('app_a', '2027-06-30');
    story.check('app_a');
  });

  it('grants it until the day claimed: the app is attested, and told', () => {
    decide(story, {});
    expect(exemption(story)).toMatchObject({ state: 'granted', endsOn: '2027-06-30', decidedBy: 'per_am' });
    expect(story.local(exemption(story).endsAt)).toBe('2027-07-01 00:00');
    expect(story.app('app_a').standing).toBe('active');
    expect(story.mails('2026-11-23')).toEqual([
      '2026-11-23 11:00 invitation invitation',
      '2026-11-23 11:00 exemption-granted exemption',
      '2026-11-23 11:00 accepted accepted',
    ]);
  });

  it('may shorten it, never lengthen it, never into the past', () => {
    expect(() => decide(story, { untilOn: '2027-07-01' })).toThrow(
      expect.objectContaining({ code: 'exemption.too-long' }),
    );
    expect(() => decide(story, { untilOn: '2026-11-23' })).toThrow(
      expect.objectContaining({ code: 'exemption.end-past' }),
    );
    decide(story, { untilOn: '2027-03-31' });
    expect(exemption(story)).toMatchObject({ state: 'granted', askedUntilOn: '2027-06-30', endsOn: '2027-03-31' });
  });

  it('is never the asker’s', () => {
    expect(() => decide(story, {}, 'per_signatory')).toThrow(
      expect.objectContaining({ code: 'review.own-submission' }),
    );
  });

  it('refuses it with the return of its item, in the reviewer’s words', () => {
    decide(story, { outcome: 'return', reasonCode: 'exemption-not-granted', reason: 'Section 7 is about the police.' });
    const ended = story.told.flatMap(({ decision }) => (decision.type === 'exemption.refused' ? decision.changes : []));
    expect(ended[0]?.row).toMatchObject({ state: 'refused', decisionReason: 'Section 7 is about the police.' });
    expect(asked(story)).toContain('onboarding consent returned');
    // Kept while an appeal against its return may still grant it.
    expect(story.state.exemptions).toMatchObject([{ state: 'refused' }]);
  });

  it('names a day for nothing that claims none: refused', () => {
    const { id } = story.submission('app_a');
    const law = story.state.requirements.find((row) => row.obligation === 'law');
    const items = [{ requirementId: law?.id ?? 'req_none', outcome: 'accept' as const, untilOn: '2027-03-31' }];
    expect(() => story.give({ type: 'review.decided', actor: staff(), submissionId: id, items })).toThrow(
      expect.objectContaining({ code: 'exemption.not-claimed' }),
    );
  });
});
