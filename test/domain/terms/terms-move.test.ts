import type { EventOf } from '../../../domain/lifecycle/events';
import { defaultTerms } from '../../../domain/terms';
import { termsMove, termsMoveEventId } from '../../../domain/terms/terms-move';
import { type TierTerms, tierTermsOf } from '../../../domain/terms/tier-terms';
import { attested, Story, staff } from '../lifecycle/story';

const event: EventOf<'terms.changed'> = {
  id: termsMoveEventId,
  type: 'terms.changed',
  actor: staff(),
  tierId: 'tir_a',
  termsId: 'tms_a',
};
const inGoodStanding = () => attested('Asia/Shanghai', '2026-11-23 11:00');

/** These terms are known, and nobody goes by them yet. */
function propose(story: Story, terms: Partial<TierTerms>): Story {
  const shipped = tierTermsOf(defaultTerms);
  story.context = { ...story.context, tierTerms: { shipped, versions: { tms_a: { ...shipped, ...terms } } } };
  return story;
}
const foresee = (story: Story) => termsMove(story.state, event, story.context, story.now);
const days = (times: readonly string[]) => times.map((time) => time.slice(0, 10));

describe('what other terms would move for a developer', () => {
  it('is what then happens, by the decider itself', () => {
    const story = propose(inGoodStanding(), {
      period: 'P9M',
      remindersBefore: [20, 5, 0],
      restrictAfter: 20,
      suspendAfter: 40,
    });
    const { before, after, movedDays, runningCycles } = foresee(story);
    expect(before).toMatchObject({ dueOn: '2027-11-23', opensOn: '2027-09-24', suspendsNotBeforeOn: '2027-12-23' });
    expect([movedDays, runningCycles]).toEqual([-92, 0]);
    story.give(event);
    expect(story.state.developer.nextDueOn).toBe(after.dueOn);
    story.until('2027-10-30 00:00');
    expect(story.state.cycles[0]?.dueOn).toBe(after.dueOn);
    expect(after.opensOn).toBe(days(story.times('cycle.opened').slice(-1))[0]);
    const reminders = story.mails('2027-06').filter((mail) => / reminder (-|0)/.test(mail));
    expect(after.remindersOn.slice(0, 3)).toEqual(days(reminders));
    expect(after.restrictsNotBeforeOn).toBe(days(story.times('app.restricted'))[0]);
    expect(story.local(story.plan('app_a')?.suspendsNotBeforeAt).slice(0, 10)).toBe(after.suspendsNotBeforeOn);
  });

  it('counts the mails of the twelve months ahead as they then come', () => {
    const story = propose(inGoodStanding(), { remindersBefore: [7] });
    const { before, after } = foresee(story);
    expect(after.mails).toBeGreaterThan(0);
    expect(after.mails).toBeLessThan(before.mails);
    story.give(event);
    story.until('2027-11-23 23:59');
    expect(story.mails('2026-11-23').filter((mail) => !/ (accepted|invitation|enrolled)/.test(mail))).toHaveLength(
      after.mails,
    );
  });

  it('counts the mail that tells of the move', () => {
    const story = propose(inGoodStanding(), { period: 'P2Y' });
    const { before, after } = foresee(story);
    expect(before.mails).toBeGreaterThan(1);
    expect(after.mails).toBe(1);
    story.give(event);
    story.until('2027-11-23 23:59');
    expect(story.mails('2026-11-23').filter((mail) => mail.includes('terms-changed'))).toHaveLength(1);
  });

  it('leaves a running cycle alone and says so, and writes nothing', () => {
    const story = propose(inGoodStanding().until('2027-10-01 00:00'), { period: 'P9M', suspendAfter: 60 });
    const before = structuredClone(story.state);
    const plan = story.plan('app_a');
    expect(foresee(story).runningCycles).toBe(1);
    expect(story.state).toEqual(before);
    story.give(event);
    expect(story.plan('app_a')).toEqual(plan);
  });

  it('says where no day is promised yet', () => {
    const story = new Story('Asia/Shanghai', '2026-11-23 11:00');
    story.register('app_a');
    const { before, after, movedDays, runningCycles } = foresee(propose(story, { period: 'P9M' }));
    expect(movedDays).toBeNull();
    expect(runningCycles).toBe(1);
    expect([before.dueOn, after.dueOn, after.opensOn, after.remindersOn]).toEqual([null, null, null, []]);
  });

  it('is nothing for who goes by them already, and for who has left', () => {
    const story = propose(inGoodStanding(), { period: 'P9M' });
    story.give(event);
    expect(foresee(story).movedDays).toBe(0);
    story.give({ type: 'developer.offboarded', actor: staff(), reason: 'They leave.' });
    expect(foresee(story).movedDays).toBeNull();
  });
});
