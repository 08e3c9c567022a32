import { attested, type Story } from './story';

const start = () => attested('Asia/Shanghai', '2026-11-23 11:00');
const bound = (story: Story, budgetLeft: number, isHeld = false) => {
  story.context = { ...story.context, budgetLeft, isHeld };
};
const freeze = (story: Story, ...days: string[]) => {
  const { terms } = story.context;
  story.context = { ...story.context, terms: { ...terms, slot: { ...terms.slot, freezeDays: days } } };
};
const release = (story: Story, confirmedBy: `per_${string}` = 'per_second') =>
  story.give({
    type: 'enforcement.released',
    actor: { kind: 'staff', id: confirmedBy, role: 'lead' },
    releaseId: 'rls_a',
    planIds: story.state.plans.map((plan) => plan.id),
    proposedBy: 'per_first',
  });

describe('a plan over the budget', () => {
  it('goes on when a second person releases it, once, and its next step asks the budget again', () => {
    const story = start().until('2027-12-09 09:00');
    bound(story, 0);
    story.until('2027-12-09 11:00');
    expect(story.plan('app_a')).toMatchObject({ blockedBy: 'budget', releasedBy: null });
    release(story);
    expect(story.plan('app_a')).toMatchObject({ blockedBy: null, releasedBy: 'rls_a' });
    story.tick();
    expect(story.app('app_a').standing).toBe('restricted');
    expect(story.plan('app_a').releasedBy).toBeNull();
    expect(story.told.at(-1)?.decision.spendsBudget).toBe(false);
    story.until('2028-01-31');
    expect(story.app('app_a').standing).toBe('restricted');
    expect(story.plan('app_a').blockedBy).toBe('budget');
  });

  it('is not released by the person who named it', () => {
    const story = start().until('2027-12-09 09:00');
    bound(story, 0);
    story.until('2027-12-10');
    expect(() => release(story, 'per_first')).toThrow(/Ask another lead or admin/);
    expect(story.plan('app_a').blockedBy).toBe('budget');
  });

  it('is passed over when it does not wait, and when the release is told twice', () => {
    const story = start().until('2027-12-09 09:00');
    expect(release(story)).toEqual([]);
    bound(story, 0);
    story.until('2027-12-09 11:00');
    release(story);
    expect(release(story)).toEqual([]);
    story.tick();
    expect(release(story)).toEqual([]);
    expect(story.times('app.restricted')).toHaveLength(1);
  });

  it('released after days comes in the next slot while its final notice is fresh', () => {
    const story = start().until('2027-12-23 09:00');
    bound(story, 0);
    story.until('2027-12-25 12:00');
    release(story);
    story.until('2028-01-31');
    expect(story.times('suspension.opened', 'plan.missed')).toEqual(['2027-12-28 10:00 suspension.opened']);
  });

  it('released after weeks has another final notice first, and still no missed step', () => {
    const story = start().until('2027-12-23 09:00');
    bound(story, 0);
    story.until('2028-01-20 12:00');
    expect(story.mails('2027-12-23').filter((mail) => mail.includes('final'))).toEqual([]);
    release(story);
    story.until('2028-02-29');
    const finals = story.mails('2028').filter((mail) => mail.includes('final-notice'));
    expect(finals).toHaveLength(1);
    expect(story.times('plan.missed')).toEqual([]);
    const [suspended] = story.times('suspension.opened');
    expect((suspended ?? '') > (finals[0] ?? '')).toBe(true);
  });

  it('released and then missed by us starts over, and asks the budget again', () => {
    const story = start().until('2027-12-09 09:00');
    bound(story, 0);
    story.until('2027-12-09 11:00');
    release(story);
    story.outage('2027-12-11 11:00').tick();
    expect(story.app('app_a').standing).toBe('grace');
    expect(story.times('plan.missed')).toHaveLength(1);
    expect(story.plan('app_a').releasedBy).toBeNull();
  });

  it('released is held all the same', () => {
    const story = start().until('2027-12-09 09:00');
    bound(story, 0);
    story.until('2027-12-09 11:00');
    release(story);
    bound(story, 0, true);
    story.tick();
    expect(story.plan('app_a')).toMatchObject({ blockedBy: 'hold', releasedBy: 'rls_a' });
    bound(story, 0);
    story.tick();
    expect(story.app('app_a').standing).toBe('restricted');
  });
});

describe('a hold', () => {
  it('lifted within hours lets the step come at once', () => {
    const story = start().until('2027-12-09 09:00');
    bound(story, 10, true);
    story.until('2027-12-09 14:00');
    expect(story.plan('app_a').blockedBy).toBe('hold');
    bound(story, 10);
    story.tick();
    expect(story.times('app.restricted')).toEqual(['2027-12-09 14:00 app.restricted']);
  });

  it('lifted after days is no outage: the restriction comes at the next ten o’clock', () => {
    const story = start().until('2027-12-09 09:00');
    bound(story, 10, true);
    story.until('2027-12-13 14:00');
    bound(story, 10);
    story.tick();
    expect(story.app('app_a').standing).toBe('grace');
    story.until('2027-12-15');
    expect(story.times('app.restricted', 'plan.missed')).toEqual(['2027-12-14 10:00 app.restricted']);
  });

  it('over a slot, lifted at night, waits for the next window', () => {
    const story = start().until('2027-12-23 09:00');
    bound(story, 10, true);
    story.until('2027-12-24 23:00');
    expect(story.key('key_a')).toBe('active');
    bound(story, 10);
    story.tick();
    expect(story.key('key_a')).toBe('active');
    story.until('2028-01-31');
    expect(story.times('suspension.opened', 'plan.missed')).toEqual(['2027-12-28 10:00 suspension.opened']);
  });

  it('for longer than a final notice keeps has it renewed when it is lifted, not before', () => {
    const story = start().until('2027-12-23 09:00');
    bound(story, 10, true);
    story.until('2028-02-01 12:00').tick();
    expect(story.mails('2027-12-23').filter((mail) => mail.includes('final-notice'))).toEqual([]);
    bound(story, 10);
    story.tick();
    story.until('2028-02-29');
    const [final] = story.mails('2028-02').filter((mail) => mail.includes('final-notice'));
    const [suspended] = story.times('suspension.opened');
    const days = (Date.parse((suspended ?? '').slice(0, 10)) - Date.parse((final ?? '').slice(0, 10))) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(3);
    expect(story.times('plan.missed')).toEqual([]);
  });

  it('covers no outage: a step found late is planned anew though enforcement is held', () => {
    const story = start().until('2027-12-09 09:00');
    bound(story, 10, true);
    story.outage('2027-12-11 12:00').tick();
    expect(story.times('plan.missed')).toHaveLength(1);
    expect(story.plan('app_a').blockedBy).toBeNull();
  });

  it('still lets a late attestation cure', () => {
    const story = start().until('2027-12-09 09:00');
    bound(story, 10, true);
    story.until('2027-12-13');
    story.attest('app_a');
    expect(story.app('app_a').standing).toBe('active');
    bound(story, 10);
    story.tick();
    expect(story.times('plan.unblocked', 'app.restricted')).toEqual([]);
  });
});

describe('a frozen day', () => {
  it('moves the suspension to the next slot behind it', () => {
    const story = start().until('2027-12-23 09:00');
    freeze(story, '2027-12-23', '2027-12-28');
    story.until('2028-01-31');
    expect(story.times('suspension.opened')).toEqual(['2027-12-29 10:00 suspension.opened']);
  });

  it('that is given back while it is ahead lets the suspension come on it', () => {
    const story = start().until('2027-12-23 09:00');
    freeze(story, '2027-12-23', '2027-12-28');
    story.until('2027-12-25');
    freeze(story, '2027-12-23');
    story.until('2028-01-31');
    expect(story.times('suspension.opened')).toEqual(['2027-12-28 10:00 suspension.opened']);
  });
});
