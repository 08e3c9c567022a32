import { attested, Story } from './story';

describe('a developer who does nothing', () => {
  it('in Shanghai is reminded, warned, restricted and suspended on the promised days', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2028-01-01');
    expect(story.mails('2027')).toEqual([
      '2027-09-24 10:00 reminder -60',
      // 24 October is a Sunday: the last working day before.
      '2027-10-22 10:00 reminder -30',
      '2027-11-09 10:00 reminder -14',
      '2027-11-16 10:00 reminder -7',
      // 20 November is a Saturday.
      '2027-11-19 10:00 reminder -3',
      '2027-11-22 10:00 reminder -1',
      '2027-11-23 10:00 reminder 0',
      '2027-11-24 10:00 formal-notice +1',
      '2027-11-26 10:00 reminder +3',
      '2027-11-30 10:00 reminder +7',
      '2027-12-03 10:00 reminder +10',
      '2027-12-06 10:00 reminder +13',
      '2027-12-09 10:00 restricted restricted',
      '2027-12-18 10:00 final-notice +25',
      '2027-12-23 10:00 suspended suspended',
    ]);
    expect(story.times('cycle.lapsed', 'app.restricted', 'suspension.opened')).toEqual([
      '2027-11-24 00:00 cycle.lapsed',
      '2027-12-09 10:00 app.restricted',
      '2027-12-23 10:00 suspension.opened',
    ]);
    expect(story.key('key_a')).toBe('suspended');
  });

  it('in New York keeps ten o’clock on the wall across the change to summer time, and waits for the slot', () => {
    const story = attested('America/New_York', '2026-03-20 11:00').until('2027-06-01');
    expect(story.mails('2027')).toEqual([
      '2027-01-19 10:00 reminder -60',
      '2027-02-18 10:00 reminder -30',
      '2027-03-05 10:00 reminder -14',
      '2027-03-12 10:00 reminder -7',
      '2027-03-17 10:00 reminder -3',
      // The due day is a Saturday; −1 and 0 share the Friday before, and the more urgent one speaks.
      '2027-03-19 10:00 reminder 0',
      '2027-03-21 10:00 formal-notice +1',
      '2027-03-23 10:00 reminder +3',
      '2027-03-29 10:00 reminder +7',
      '2027-03-30 10:00 reminder +10',
      '2027-04-02 10:00 reminder +13',
      '2027-04-05 10:00 restricted restricted',
      '2027-04-14 10:00 final-notice +25',
      // The 19th is a Monday: Tuesday, ten in Taipei.
      '2027-04-19 22:00 suspended suspended',
    ]);
    expect(new Date(story.instant('2027-03-12 10:00')).toISOString()).toBe('2027-03-12T15:00:00.000Z');
    expect(new Date(story.instant('2027-03-17 10:00')).toISOString()).toBe('2027-03-17T14:00:00.000Z');
  });

  it('makes work for people of the vendor on the way', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2028-01-01');
    const tasks = story.state.tasks.map(
      ({ kind, assignee, openedAt }) => `${story.local(openedAt)} ${kind} ${assignee}`,
    );
    expect(tasks).toEqual([
      '2027-11-09 10:00 not-started am',
      '2027-11-16 10:00 due-soon am',
      '2027-11-23 10:00 past-due lead',
      '2027-11-30 10:00 compliance compliance',
    ]);
  });

  it('is not called idle once a step was entered', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-10-01');
    story.give({ type: 'walk.advanced', actor: { kind: 'person', id: 'per_a' }, appId: 'app_a', step: 'law' });
    story.until('2027-11-15');
    expect(story.state.tasks).toEqual([]);
  });

  it('who never attested at all becomes a task and nothing more', () => {
    const story = new Story('Asia/Shanghai', '2026-11-23 11:00');
    story.register('app_a');
    story.issueKey('key_t', 'app_a', 'test');
    story.until('2027-06-01');
    expect(story.app('app_a').standing).toBe('onboarding');
    expect(story.state.tasks.map((task) => task.kind)).toContain('onboarding-overdue');
    expect(story.local(story.plan('app_a').lapsedAt)).toBe('2026-12-24 00:00');
    expect(story.times('app.restricted', 'suspension.opened')).toEqual([]);
    expect(story.key('key_t')).toBe('active');
  });
});

describe('a developer who attests late', () => {
  it('is reinstated at once when it is accepted, and asked again half a year after the anchor', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-12-27 09:00');
    story.sign('app_a');
    story.check('app_a');
    expect(story.key('key_a')).toBe('active');
    expect(story.app('app_a')).toMatchObject({ standing: 'active', coveredThroughOn: '2028-05-23' });
    expect(story.mails('2027-12-27')).toEqual(['2027-12-27 09:00 reinstated reinstated']);
    expect(story.state.tasks).toEqual([]);
  });

  it('is reinstated provisionally by green checks alone; a return starts over with a new formal notice', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-12-27 09:00');
    story.sign('app_a', ['minors']);
    story.check('app_a');
    expect(story.key('key_a')).toBe('active');
    expect(story.app('app_a').standing).toBe('active');
    story.until('2028-01-05 12:00');
    story.review('app_a', 'return');
    expect(story.app('app_a').standing).toBe('grace');
    expect(story.key('key_a')).toBe('active');
    story.until('2028-03-01');
    expect(story.mails('2028-01-05')).toEqual([
      '2028-01-05 12:00 returned returned',
      '2028-01-06 10:00 formal-notice +1',
      '2028-01-10 10:00 reminder +3',
      '2028-01-12 10:00 reminder +7',
      '2028-01-17 10:00 reminder +10',
      '2028-01-18 10:00 reminder +13',
      '2028-01-21 10:00 restricted restricted',
      '2028-01-30 10:00 final-notice +25',
      // 4 February is a Friday: Tuesday follows.
      '2028-02-08 10:00 suspended suspended',
    ]);
  });

  it('stays dark while checks are amber, and comes back when a person accepts', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-12-27 09:00');
    story.sign('app_a');
    story.check('app_a', 'amber');
    expect(story.key('key_a')).toBe('suspended');
    story.review('app_a');
    expect(story.key('key_a')).toBe('active');
  });

  it('wins with a signature at the very instant of the lapse', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-11-23 23:59');
    story.now = story.instant('2027-11-24 00:00');
    story.sign('app_a');
    story.tick();
    expect(story.app('app_a').standing).toBe('due');
    expect(story.times('cycle.lapsed')).toEqual([]);
  });
});
