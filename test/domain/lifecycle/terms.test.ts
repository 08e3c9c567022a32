import type { TermsId } from '../../../domain/ids';
import { defaultTerms } from '../../../domain/terms';
import { type TierTerms, tierTermsOf } from '../../../domain/terms/tier-terms';
import { attested, Story as NewStory, type Story, signatory, staff } from './story';

const shipped = tierTermsOf(defaultTerms);

/** Other terms hold from now on: these, under a name of their own. */
function change(story: Story, termsId: TermsId | null, terms: Partial<TierTerms> = {}) {
  if (termsId !== null) {
    const versions = { ...story.context.tierTerms.versions, [termsId]: { ...shipped, ...terms } };
    story.context = { ...story.context, tierTerms: { shipped, versions } };
  }
  return story.give({ type: 'terms.changed', actor: staff(), tierId: 'tir_a', termsId });
}

const inGoodStanding = () => attested('Asia/Shanghai', '2026-11-23 11:00');
const types = (decisions: { type: string }[]) => decisions.map(({ type }) => type);

describe('other terms', () => {
  it('move the next due day that was promised, and what is covered with it', () => {
    const story = inGoodStanding();
    expect(story.state.developer.nextDueOn).toBe('2027-11-23');
    expect(types(change(story, 'tms_a', { period: 'P9M' }))).toEqual([
      'terms.changed',
      'cycle.planned',
      'cycle.planned',
      'notice.queued',
    ]);
    expect(story.state.developer).toMatchObject({ tierId: 'tir_a', termsId: 'tms_a', nextDueOn: '2027-08-23' });
    expect(story.local(story.state.developer.nextOpensAt)).toBe('2027-06-24 10:00');
    expect(story.app('app_a').coveredThroughOn).toBe('2027-08-23');
    change(story, null);
    expect(story.state.developer).toMatchObject({ termsId: null, nextDueOn: '2027-11-23' });
    expect(story.app('app_a').coveredThroughOn).toBe('2027-11-23');
  });

  it('are told once for each move: from which day to which, to those who attest', () => {
    const story = inGoodStanding();
    story.isMailDelivered = false;
    const told = () => story.state.notices.filter(({ template }) => template === 'terms-changed');
    change(story, 'tms_a', { period: 'P9M' });
    change(story, 'tms_a', { period: 'P9M' });
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatchObject({ appIds: ['app_a'], audience: ['signatory', 'preparer'], planIds: [] });
    expect(told()[0]?.facts.terms).toEqual({
      termsId: 'tms_a',
      formerDueOn: '2027-11-23',
      dueOn: '2027-08-23',
      opensOn: '2027-06-24',
    });
    change(story, null);
    change(story, 'tms_a', { period: 'P9M' });
    expect(told().map(({ facts }) => facts.terms?.dueOn)).toEqual(['2027-08-23', '2027-11-23', '2027-08-23']);
  });

  it('are not told where no day moves, and not of a day that nobody was promised yet', () => {
    const story = inGoodStanding();
    const late = inGoodStanding().outage('2027-09-24 11:00');
    for (const one of [story, late]) one.isMailDelivered = false;
    change(story, 'tms_a', { windowOpensBefore: 'P30D', remindersBefore: [7] });
    change(late, 'tms_a', { period: 'P9M' });
    expect(late.state.developer.nextDueOn).toBe('2028-05-23');
    const told = [story, late].flatMap(({ state }) => state.notices.map(({ template }) => template));
    expect(told).not.toContain('terms-changed');
  });

  it('open the window of the same day on another one', () => {
    const story = inGoodStanding();
    change(story, 'tms_a', { windowOpensBefore: 'P30D', remindersBefore: [30, 7, 0] });
    expect(story.local(story.state.developer.nextOpensAt)).toBe('2027-10-24 10:00');
    story.until('2027-11-24 00:00');
    expect(story.mails('2027-10')).toEqual([
      '2027-10-25 10:00 reminder -30',
      '2027-11-16 10:00 reminder -7',
      '2027-11-23 10:00 reminder 0',
    ]);
  });

  it('never ask sooner than their window: a day whose window would be open already is passed over', () => {
    const story = inGoodStanding().until('2027-09-01 00:00');
    change(story, 'tms_a', { windowOpensBefore: 'P90D' });
    expect(story.state.developer.nextDueOn).toBe('2028-11-23');
    expect(story.app('app_a').coveredThroughOn).toBe('2028-11-23');
  });

  it('do not ask again for a day whose window has opened once', () => {
    const story = inGoodStanding().until('2027-10-01 00:00');
    story.attest('app_a');
    expect(story.state.cycles).toEqual([]);
    change(story, 'tms_a', { windowOpensBefore: 'P30D', remindersBefore: [7] });
    expect(story.state.developer.nextDueOn).toBe('2028-11-23');
  });

  it('leave a running cycle its dates, and every distance in it', () => {
    const story = inGoodStanding().until('2027-10-01 00:00');
    const before = story.plan('app_a');
    change(story, 'tms_a', { restrictAfter: 60, suspendAfter: 120, revokeAfter: 200, extensionLongest: 'P5D' });
    expect(story.plan('app_a')).toEqual(before);
    expect(story.state.cycles[0]?.termsId).toBeNull();
    story.give({ type: 'extension.requested', actor: signatory, untilOn: '2027-12-23', plan: 'A release is late.' });
    const extensionId = story.state.extensions[0]?.id ?? 'ext_none';
    story.give({ type: 'extension.decided', actor: staff(), extensionId, outcome: 'grant', reason: 'It is sound.' });
    story.until('2028-02-01 00:00');
    expect(story.times('app.restricted', 'suspension.opened')).toEqual([
      '2028-01-08 10:00 app.restricted',
      '2028-01-25 10:00 suspension.opened',
    ]);
  });

  it('hold in the next cycle, with a plan that it takes over by its own', () => {
    const story = inGoodStanding();
    story.give({ type: 'app.registered', actor: signatory, apps: [{ appId: 'app_b', sdkProduct: 'native' }] });
    story.attest('app_b');
    story.until('2027-10-01 00:00');
    story.attest('app_b');
    change(story, 'tms_a', { restrictAfter: 60, suspendAfter: 120, revokeAfter: 200 });
    story.until('2028-12-01 00:00');
    const [older, newer] = ['app_a', 'app_b'].map((id) => story.plan(id as 'app_a'));
    expect(older).toMatchObject({ dueOn: '2027-11-23', termsId: null });
    expect(newer).toMatchObject({ dueOn: '2028-11-23', termsId: 'tms_a' });
    expect(newer?.cycleId).toBe(older?.cycleId);
    expect(story.local(newer?.restrictsNotBeforeAt)).toBe('2029-01-22 10:00');
    expect(story.state.cycles[0]?.termsId).toBe('tms_a');
  });

  it('open a window whose hour has come by the terms it was promised under', () => {
    const story = inGoodStanding().outage('2027-09-24 11:00');
    expect(types(change(story, 'tms_a', { period: 'P2Y' })).slice(0, 2)).toEqual(['cycle.opened', 'cycle.opened']);
    expect(story.state.cycles[0]).toMatchObject({ dueOn: '2027-11-23', termsId: null });
    expect(story.state.developer.nextDueOn).toBe('2028-11-23');
  });

  it('decide nothing where they hold already, and where the developer has left', () => {
    const story = inGoodStanding();
    change(story, 'tms_a', { period: 'P9M' });
    expect(change(story, 'tms_a', { period: 'P9M' })).toEqual([]);
    story.give({ type: 'developer.offboarded', actor: signatory, reason: 'It is not used any more.' });
    expect(change(story, null)).toEqual([]);
  });

  it('are the vendor’s to change, and must be known', () => {
    const story = inGoodStanding();
    const event = { type: 'terms.changed', tierId: 'tir_a', termsId: 'tms_unknown' } as const;
    expect(() => story.give({ ...event, actor: signatory })).toThrow('Only the vendor');
    expect(() => story.give({ ...event, actor: staff() })).toThrow('were not loaded');
  });

  it('set the first day of who is enrolled with them', () => {
    const story = new NewStory('Asia/Shanghai', '2026-11-23 11:00');
    change(story, 'tms_a', { firstDueAfter: 'P90D' });
    story.register('app_a');
    expect(story.plan('app_a')).toMatchObject({ dueOn: '2027-02-21', termsId: 'tms_a' });
    change(story, null);
    story.register('app_b');
    expect(story.plan('app_b')).toMatchObject({ dueOn: '2027-02-21', termsId: 'tms_a' });
  });
});
