import { spread } from '../../../domain/lifecycle/spread';
import { dayNumber } from './calendar-of-tests';
import { attested, Story, signatory, staff } from './story';

describe('an import', () => {
  it('keeps its keys, and no day binds until its invitation was delivered for a day', () => {
    const story = new Story('Asia/Shanghai', '2026-11-23 11:00');
    story.import('app_i');
    expect(story.app('app_i').standing).toBe('due');
    expect(story.key('key_i')).toBe('active');
    expect(story.plan('app_i').dueOn).toBeNull();
    story.until('2026-11-24 10:59');
    expect(story.plan('app_i').dueOn).toBeNull();
    story.until('2026-11-24 11:00');
    const days = dayNumber(story.plan('app_i').dueOn ?? '') - dayNumber('2026-11-24');
    expect(days).toBe(60 + spread('dev_a', 90));
    expect(story.state.developer.anchorOn).toBe(story.plan('app_i').dueOn);
  });

  it('whose invitation never arrives is never asked, never late', () => {
    const story = new Story('Asia/Shanghai', '2026-11-23 11:00');
    story.isMailDelivered = false;
    story.import('app_i');
    story.bounce(story.notice('invitation').id);
    story.until('2029-01-01');
    expect(story.app('app_i').standing).toBe('due');
    expect(story.times('cycle.lapsed', 'rung.fired')).toEqual([]);
    story.isMailDelivered = true;
    story.give({ type: 'contact.verified', actor: staff(), personId: 'per_new' });
    story.until('2029-01-02');
    expect(story.plan('app_i').dueOn).not.toBeNull();
  });

  it('accepted before its own due day is not asked again for that day', () => {
    const story = new Story('Asia/Shanghai', '2026-11-23 11:00');
    story.import('app_i');
    story.until('2026-11-26');
    const anchor = story.state.developer.anchorOn ?? '';
    story.attest('app_i');
    expect(story.state.developer.nextDueOn).toBe(`2028${anchor.slice(4)}`);
  });

  it('into a running cycle has its own invitation and its own sixty days', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-11-25');
    story.import('app_i');
    expect(story.notice('invitation').appIds).toEqual(['app_i']);
    story.until('2027-11-27');
    expect(story.app('app_i').standing).toBe('due');
    expect(dayNumber(story.plan('app_i').dueOn ?? '')).toBeGreaterThanOrEqual(dayNumber('2027-11-25') + 60);
    expect(story.plan('app_a').dueOn).toBe('2027-11-23');
  });

  it('whose invitation spoke for another that retired is invited itself', () => {
    const story = new Story('Asia/Shanghai', '2026-11-23 11:00');
    story.isMailDelivered = false;
    story.import('app_i');
    story.import('app_j');
    expect(story.mails()).toHaveLength(1);
    story.give({ type: 'app.retired', actor: signatory, appId: 'app_i', reason: 'gone' });
    story.deliver();
    story.until('2026-11-25');
    expect(story.plan('app_j').dueOn).not.toBeNull();
  });

  it('spreads a cohort over the whole window', () => {
    const days = new Set<number>();
    for (let count = 0; count < 900; count += 1) days.add(spread(`dev_cohort${count.toString(36)}`, 90));
    expect(days.size).toBe(90);
  });
});

describe('periodic due days', () => {
  it('come from the anchor, not from the late acceptance', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-12-05 12:00');
    story.attest('app_a');
    expect(story.state.developer.nextDueOn).toBe('2028-11-23');
  });

  it('of 29 February return to it in the next leap year', () => {
    const story = attested('Asia/Shanghai', '2028-02-29 11:00');
    const dueDays = [story.state.developer.nextDueOn];
    for (const year of [2029, 2030, 2031]) {
      story.until(`${year}-02-20`);
      story.attest('app_a');
      dueDays.push(story.state.developer.nextDueOn);
    }
    expect(dueDays).toEqual(['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
  });

  it('come half-yearly for face data, and yearly again without it', () => {
    const story = new Story('Asia/Shanghai', '2026-11-23 11:00');
    story.register('app_a');
    story.sign('app_a', ['face-data']);
    story.check('app_a');
    story.review('app_a');
    expect(story.state.developer.nextDueOn).toBe('2027-05-23');
    story.until('2027-05-01');
    story.attest('app_a');
    expect(story.state.developer.nextDueOn).toBe('2027-11-23');
    story.until('2027-11-01');
    story.attest('app_a');
    expect(story.state.developer.nextDueOn).toBe('2028-11-23');
  });

  it('stay as they were promised when the time zone changes', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-10-01');
    const before = story.plan('app_a');
    story.give({ type: 'developer.changed', actor: signatory, timeZone: 'America/New_York' });
    expect(story.plan('app_a')).toEqual(before);
  });

  it('open once even when the developer moves west just before', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-09-20');
    story.give({ type: 'developer.changed', actor: signatory, timeZone: 'America/New_York' });
    story.until('2027-09-30');
    expect(story.state.cycles).toHaveLength(1);
    expect(story.state.developer.nextDueOn).toBe('2028-11-23');
  });
});

describe('the next cycle', () => {
  it('asks anew what is unmet and keeps its older date, its notices and its suspension', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2028-10-01');
    expect(story.key('key_a')).toBe('suspended');
    expect(story.state.cycles.map((cycle) => cycle.dueOn)).toEqual(['2028-11-23']);
    expect(story.plan('app_a')).toMatchObject({ dueOn: '2027-11-23', submissionStops: 0, walkSteps: [] });
    expect(story.state.requirements.map((row) => row.state)).toEqual(['open', 'open', 'open', 'open']);
    story.attest('app_a');
    expect(story.key('key_a')).toBe('active');
    // The suspension lies less than a year back, so half a year after the anchor it is asked again.
    expect(story.app('app_a').coveredThroughOn).toBe('2029-05-23');
  });

  it('takes what is under review with it, to be answered there', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-11-20 12:00');
    story.sign('app_a');
    story.check('app_a', 'red');
    story.until('2028-10-01');
    story.review('app_a');
    expect(story.app('app_a')).toMatchObject({ standing: 'active', coveredThroughOn: '2029-11-23' });
    expect(story.state.cycles).toEqual([]);
  });

  it('takes a review that is half done with it, too', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-11-20 12:00');
    story.sign('app_a');
    story.check('app_a', 'red');
    const [law] = story.state.requirements;
    story.give({
      type: 'review.decided',
      actor: staff(),
      submissionId: story.submission('app_a').id,
      items: [{ requirementId: law?.id ?? 'req_none', outcome: 'return', reasonCode: 'law.entity', reason: 'Who?' }],
    });
    story.until('2028-10-01');
    story.review('app_a');
    expect(story.plan('app_a').stoppedAt).toBeNull();
    story.attest('app_a');
    expect(story.app('app_a').standing).toBe('active');
  });
});
