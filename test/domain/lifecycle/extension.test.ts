import { attested, type Story, signatory, staff } from './story';

const start = () => attested('Asia/Shanghai', '2026-11-23 11:00');
const ask = (story: Story, untilOn: string) =>
  story.give({ type: 'extension.requested', actor: signatory, untilOn, plan: 'A new release is in review.' });
const decide = (story: Story, outcome: 'grant' | 'refuse') =>
  story.give({
    type: 'extension.decided',
    actor: staff('per_lead'),
    extensionId: story.state.extensions[0]?.id ?? 'ext_none',
    outcome,
    reason: 'Seen.',
  });

describe('asking for time', () => {
  it('granted means a later due day and a whole new ladder', () => {
    const story = start().until('2027-11-15 12:00');
    ask(story, '2027-12-13');
    story.until('2027-11-17 12:00');
    decide(story, 'grant');
    expect(story.plan('app_a')).toMatchObject({ dueOn: '2027-12-13', revision: 2, stoppedAt: null });
    story.until('2028-03-01');
    expect(story.mails('2027-12-13')).toEqual([
      '2027-12-13 10:00 reminder 0',
      '2027-12-14 10:00 formal-notice +1',
      '2027-12-16 10:00 reminder +3',
      '2027-12-20 10:00 reminder +7',
      '2027-12-23 10:00 reminder +10',
      '2027-12-27 10:00 reminder +13',
      '2027-12-29 10:00 restricted restricted',
      '2028-01-07 10:00 final-notice +25',
      '2028-01-12 10:00 suspended suspended',
    ]);
    expect(story.state.developer.nextDueOn).toBe('2028-11-23');
  });

  it('granted in grace brings the app back to due', () => {
    const story = start().until('2027-11-27 12:00');
    ask(story, '2027-12-13');
    decide(story, 'grant');
    expect(story.app('app_a').standing).toBe('due');
    expect(story.plan('app_a').lapsedAt).toBeNull();
  });

  it('refused or withdrawn, the clock runs on by what it stood', () => {
    const story = start().until('2027-11-15 12:00');
    ask(story, '2027-12-13');
    story.until('2027-11-19 12:00');
    decide(story, 'refuse');
    expect(story.plan('app_a').dueOn).toBe('2027-11-27');
    const other = start().until('2027-11-15 12:00');
    ask(other, '2027-12-13');
    other.until('2027-11-16 12:00');
    const extensionId = other.state.extensions[0]?.id ?? 'ext_none';
    other.give({ type: 'extension.withdrawn', actor: signatory, extensionId });
    expect(other.plan('app_a').dueOn).toBe('2027-11-24');
    expect(() => ask(other, '2027-12-13')).toThrow(expect.objectContaining({ code: 'extension.already-used' }));
  });

  it('granted after it was left lying is never less than a refusal would give', () => {
    const story = start().until('2027-11-20 12:00');
    ask(story, '2027-11-25');
    story.until('2027-12-10 12:00');
    decide(story, 'grant');
    expect(story.plan('app_a').dueOn).toBe('2027-12-13');
  });

  it('does not let the clock run while a submission is under review', () => {
    const story = start().until('2027-11-15 12:00');
    ask(story, '2027-12-13');
    story.sign('app_a');
    story.check('app_a', 'amber');
    decide(story, 'grant');
    expect(story.plan('app_a')).toMatchObject({ dueOn: '2027-12-13', stoppedBy: 'submission' });
  });

  it('is closed with its task when the app is attested after all', () => {
    const story = start().until('2027-11-15 12:00');
    ask(story, '2027-12-13');
    story.attest('app_a');
    expect(story.state.tasks).toEqual([]);
    expect(story.times('extension.withdrawn')).toEqual(['2027-11-15 12:00 extension.withdrawn']);
  });

  it('unanswered moves with the plan into the next cycle, where it can still be granted', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00');
    story.until('2027-11-15 12:00');
    ask(story, '2027-12-13');
    story.until('2028-10-01');
    expect(story.plan('app_a')).toMatchObject({ dueOn: '2027-11-23', stoppedBy: 'extension' });
    decide(story, 'grant');
    expect(story.plan('app_a').stoppedAt).toBeNull();
    expect(story.app('app_a').standing).toBe('due');
  });

  it.each([
    ['2027-11-20', 'extension.not-later'],
    ['2027-12-24', 'extension.too-long'],
  ])('refuses %s: %s', (untilOn, code) => {
    const story = start().until('2027-11-15 12:00');
    expect(() => ask(story, untilOn)).toThrow(expect.objectContaining({ code }));
  });

  it('cannot be decided by who asked, nor asked for once restricted', () => {
    const story = start().until('2027-12-10 12:00');
    expect(() => ask(story, '2027-12-13')).toThrow(expect.objectContaining({ code: 'extension.not-possible' }));
  });
});
