import { attested, type Story } from './story';

const start = () => attested('Asia/Shanghai', '2026-11-23 11:00');

describe('our own outage', () => {
  it('of two days across the due day moves the formal notice and what lies behind it', () => {
    const story = start().until('2027-11-22 12:00').outage('2027-11-26 15:00');
    story.tick();
    expect(story.app('app_a').standing).toBe('grace');
    expect(story.mails('2027-11-23')).toEqual(['2027-11-26 15:00 formal-notice +1']);
    story.until('2028-03-01');
    expect(story.times('app.restricted', 'suspension.opened')).toEqual([
      '2027-12-11 10:00 app.restricted',
      '2027-12-28 10:00 suspension.opened',
    ]);
  });

  it('over a slot misses it: planned anew fourteen full days ahead and more, with fresh notices', () => {
    const story = start().until('2027-12-22 12:00').outage('2027-12-23 16:01');
    story.tick();
    expect(story.key('key_a')).toBe('active');
    expect(story.mails('2027-12-23')).toEqual(['2027-12-23 16:01 formal-notice +1']);
    expect(story.state.tasks.map((task) => task.kind)).toContain('missed-step');
    story.until('2028-03-01');
    const after = story.mails('2027-12-23').filter((mail) => !mail.includes('reminder'));
    expect(after.map((mail) => mail.slice(17))).toEqual([
      'formal-notice +1',
      'final-notice +25',
      'suspended suspended',
    ]);
    expect(story.times('suspension.opened')[0]?.slice(0, 10) ?? '').toMatch(/^2028-01-(0[7-9]|1[0-9])/);
  });

  it('of a few hours past the window waits for the next window', () => {
    const story = start().until('2027-12-22 12:00');
    // Six o'clock in the evening is past the window, and less than six hours after a step due at one.
    story.state = {
      ...story.state,
      plans: story.state.plans.map((plan) => ({ ...plan, suspendsNotBeforeAt: story.instant('2027-12-23 13:00') })),
    };
    story.outage('2027-12-23 18:00').tick();
    expect(story.key('key_a')).toBe('active');
    story.until('2028-02-01');
    expect(story.times('suspension.opened')).toEqual(['2027-12-28 10:00 suspension.opened']);
  });

  it('over the opening of a window gives the whole window afterwards', () => {
    const story = start().until('2027-09-20').outage('2027-11-10 12:00');
    story.tick();
    expect(story.plan('app_a').dueOn).toBe('2028-01-10');
    expect(story.state.developer.nextDueOn).toBe('2028-11-23');
  });

  it('of a second loses no reminder', () => {
    const story = start().until('2027-09-24 09:59').outage('2027-09-24 10:01');
    story.tick();
    expect(story.mails('2027')).toEqual(['2027-09-24 10:01 reminder -60']);
  });
});

describe('the enforcement budget', () => {
  const block = (story: Story, budgetLeft: number, isHeld = false) => {
    story.context = { ...story.context, budgetLeft, isHeld };
  };

  it('spent, holds the step, says so once, and does not run on by itself', () => {
    const story = start().until('2027-12-09 09:00');
    block(story, 0);
    story.until('2027-12-11');
    expect(story.plan('app_a').blockedBy).toBe('budget');
    block(story, 10);
    story.until('2027-12-12').tick();
    expect(story.app('app_a').standing).toBe('grace');
    expect(story.times('plan.blocked')).toHaveLength(1);
  });

  it('of one app lets one of two go', () => {
    const story = start();
    story.register('app_b');
    story.attest('app_b');
    story.until('2027-12-09 09:00');
    block(story, 1);
    story.until('2027-12-10');
    expect([story.app('app_a').standing, story.app('app_b').standing]).toEqual(['restricted', 'grace']);
  });

  it('names no task: the lead is alerted once for all developers', () => {
    const story = start().until('2027-12-09 09:00');
    block(story, 0);
    story.until('2027-12-11');
    expect(story.state.tasks.map((task) => task.kind)).not.toContain('budget-exceeded');
  });
});
