import { attested, Story, signatory } from './story';

function twoApps(): Story {
  const story = attested('Asia/Shanghai', '2026-11-23 11:00');
  story.register('app_b');
  story.attest('app_b');
  story.issueKey('key_b', 'app_b');
  return story;
}

describe('two apps of one developer', () => {
  it('share each mail while they share their dates', () => {
    const story = twoApps().until('2028-01-01');
    expect(story.mails('2027')).toHaveLength(15);
    expect(story.notice('formal-notice').appIds).toEqual(['app_a', 'app_b']);
    expect(story.notice('suspended')).toMatchObject({ scope: 'all', appIds: ['app_a', 'app_b'] });
  });

  it('go their own ways when one stops its clock', () => {
    const story = twoApps().until('2027-11-20 12:00');
    story.sign('app_b');
    story.check('app_b', 'red');
    story.until('2027-11-30 12:00');
    story.review('app_b', 'return');
    expect(story.plan('app_b').dueOn).toBe('2027-12-03');
    story.until('2028-03-01');
    expect(story.times('app.restricted', 'suspension.opened')).toEqual([
      '2027-12-09 10:00 app.restricted',
      '2027-12-19 10:00 app.restricted',
      '2027-12-23 10:00 suspension.opened',
      '2028-01-04 10:00 suspension.opened',
    ]);
    const days = story
      .mails('2027')
      .filter((mail) => mail.includes('reminder'))
      .map((mail) => mail.slice(0, 10));
    expect(new Set(days).size).toBe(days.length);
  });

  it('are cured one by one', () => {
    const story = twoApps().until('2027-12-27');
    story.attest('app_b');
    expect([story.key('key_a'), story.key('key_b')]).toEqual(['suspended', 'active']);
  });

  it('a new app has its own thirty days, however old the onboarding cycle is', () => {
    const story = new Story('Asia/Shanghai', '2026-11-23 11:00');
    story.register('app_a');
    story.until('2027-01-10');
    story.register('app_b');
    expect(story.plan('app_b').dueOn).toBe('2027-02-09');
  });
});

describe('an app that is retired', () => {
  const retire = (story: Story) =>
    story.give({ type: 'app.retired', actor: signatory, appId: 'app_a', reason: 'gone' });

  it('while suspended ends with its keys, its suspension and what was asked', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-12-27');
    retire(story);
    expect(story.state).toMatchObject({ apps: [], plans: [], suspensions: [], keys: [], cycles: [], tasks: [] });
    expect(story.state.developer.nextDueOn).toBeNull();
  });

  it('while under review leaves no task behind', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-11-20');
    story.sign('app_a');
    story.check('app_a', 'red');
    story.until('2027-12-02');
    retire(story);
    expect(story.state.tasks).toEqual([]);
    story.until('2029-01-01');
    expect(story.state.submissions).toEqual([]);
  });
});

describe('a developer who leaves', () => {
  it('is asked nothing and can change nothing any more', () => {
    const story = twoApps().until('2027-12-27');
    story.give({ type: 'developer.offboarded', actor: signatory, reason: 'gone' });
    expect(story.state).toMatchObject({ plans: [], cycles: [], keys: [], suspensions: [], tasks: [] });
    expect(story.mails('2027-12-27')).toEqual(['2027-12-27 00:00 offboarded offboarded']);
    expect(() => story.register('app_c')).toThrow(expect.objectContaining({ code: 'developer.offboarded' }));
    const told = story.told.length;
    story.until('2030-01-01').tick();
    expect(story.told).toHaveLength(told);
  });
});
