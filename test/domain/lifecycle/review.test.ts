import { attested, Story } from './story';

const start = () => attested('Asia/Shanghai', '2026-11-23 11:00');

describe('while the vendor owes an answer', () => {
  it('nothing fires, the lead hears after five working days, and the app passes after ten', () => {
    const story = start().until('2027-11-22 12:00');
    story.sign('app_a');
    story.check('app_a', 'amber');
    story.until('2028-02-01');
    expect(story.times('submission.overdue', 'submission.passed-provisionally', 'rung.fired').slice(-2)).toEqual([
      '2027-11-30 00:00 submission.overdue',
      '2027-12-07 00:00 submission.passed-provisionally',
    ]);
    expect(story.app('app_a').standing).toBe('active');
    expect(story.times('cycle.lapsed')).toEqual([]);
  });

  it('a first attestation never passes by waiting', () => {
    const story = new Story('Asia/Shanghai', '2026-11-23 11:00');
    story.register('app_a');
    story.sign('app_a');
    story.check('app_a');
    story.until('2027-11-23');
    expect(story.app('app_a').standing).toBe('onboarding');
    expect(story.plan('app_a').stoppedAt).not.toBeNull();
    expect(story.state.tasks.map((task) => task.kind)).toEqual(['review', 'review-overdue']);
  });

  it('a return gives back the time it took, three days at least', () => {
    const story = start().until('2027-11-22 12:00');
    story.sign('app_a');
    story.check('app_a', 'red');
    story.until('2027-11-24 13:00');
    story.review('app_a', 'return');
    // It stood for two days and an hour; four days leave three until the due day ends, and everything moves alike.
    expect(story.plan('app_a').dueOn).toBe('2027-11-27');
    expect(story.local(story.plan('app_a').restrictsNotBeforeAt)).toBe('2027-12-13 10:00');
    expect(story.local(story.plan('app_a').suspendsNotBeforeAt)).toBe('2027-12-27 10:00');
  });

  it('a return after a pass before the due day gives back all of it', () => {
    const story = start().until('2027-11-22 12:00');
    story.sign('app_a');
    story.check('app_a', 'red');
    story.until('2027-12-22 12:00');
    expect(story.app('app_a').standing).toBe('active');
    story.review('app_a', 'return');
    expect(story.app('app_a').standing).toBe('due');
    expect(story.plan('app_a').dueOn).toBe('2027-12-25');
  });

  it('moves dates that had slipped before, too', () => {
    const story = start();
    story.isMailDelivered = false;
    story.until('2027-12-04 10:00').deliver();
    expect(story.local(story.plan('app_a').suspendsNotBeforeAt)).toBe('2028-01-02 10:00');
    story.sign('app_a');
    story.check('app_a', 'red');
    story.until('2027-12-09 10:00');
    story.review('app_a', 'return');
    expect(story.local(story.plan('app_a').suspendsNotBeforeAt)).toBe('2028-01-07 10:00');
  });

  it('two submissions of a cycle stop the clock and a third does not', () => {
    const story = start().until('2027-11-25 12:00');
    for (const count of [1, 2, 3]) {
      story.sign('app_a');
      story.check('app_a', 'red');
      expect([count, story.plan('app_a').stoppedAt !== null]).toEqual([count, count <= 2]);
      if (count <= 2) story.review('app_a', 'return');
    }
    story.until('2028-02-01');
    expect(story.times('app.restricted')).toHaveLength(1);
  });

  it('a third submission with green checks passes instead of being punished', () => {
    const story = start().until('2027-11-25 12:00');
    for (const outcome of ['red', 'red'] as const) {
      story.sign('app_a');
      story.check('app_a', outcome);
      story.review('app_a', 'return');
    }
    story.until('2027-12-08 12:00');
    story.sign('app_a', ['minors']);
    story.check('app_a');
    story.until('2028-02-01');
    expect(story.times('app.restricted', 'suspension.opened')).toEqual([]);
    expect(story.app('app_a').standing).toBe('active');
  });

  it('what was returned can be stated again while the rest is still under review', () => {
    const story = start().until('2027-11-20 12:00');
    story.sign('app_a');
    story.check('app_a', 'amber');
    const first = story.submission('app_a').id;
    const [law, ...others] = story.state.requirements;
    const decide = (items: object[]) =>
      story.give({
        type: 'review.decided',
        actor: { kind: 'staff', id: 'per_am', role: 'am' },
        submissionId: first,
        items: items as never,
      });
    decide([{ requirementId: law?.id, outcome: 'return', reasonCode: 'law.entity', reason: 'Name the company.' }]);
    story.sign('app_a');
    decide(others.map((row) => ({ requirementId: row.id, outcome: 'accept' })));
    expect(story.plan('app_a').stoppedBy).toBe('submission');
    story.check('app_a');
    expect(story.app('app_a')).toMatchObject({ standing: 'active', coveredThroughOn: '2028-11-23' });
  });

  it('refuses what was answered already, item by item and as a whole', () => {
    const story = start().until('2027-11-20 12:00');
    story.sign('app_a');
    story.check('app_a', 'amber');
    const submissionId = story.submission('app_a').id;
    const [law] = story.state.requirements;
    const accept = () =>
      story.give({
        type: 'review.decided',
        actor: { kind: 'staff', id: 'per_am', role: 'am' },
        submissionId,
        items: [{ requirementId: law?.id ?? 'req_none', outcome: 'accept' }],
      });
    accept();
    expect(accept).toThrow(expect.objectContaining({ code: 'requirement.already-decided' }));
    story.review('app_a');
    expect(accept).toThrow(expect.objectContaining({ code: 'resource.not-found' }));
    expect(() => story.sign('app_a')).toThrow(expect.objectContaining({ code: 'submission.nothing-outstanding' }));
  });
});
