import { attested, type Story, staff } from './story';

const start = () => attested('Asia/Shanghai', '2026-11-23 11:00');

function bouncedFormal(): Story {
  const story = start().until('2027-11-24 09:00');
  story.isMailDelivered = false;
  story.until('2027-11-24 10:00');
  story.bounce(story.notice('formal-notice').id);
  return story;
}

describe('a formal notice that bounces', () => {
  it('makes a task the same moment, and the ladder waits for as long as it takes', () => {
    const story = bouncedFormal();
    expect(story.state.tasks.map((task) => task.kind)).toContain('bounced-contact');
    story.until('2028-06-01');
    expect(story.app('app_a').standing).toBe('grace');
  });

  it('goes out again when a contact is verified, and every later date moves', () => {
    const story = bouncedFormal().until('2027-12-20 15:00');
    story.isMailDelivered = true;
    story.give({ type: 'contact.verified', actor: staff(), personId: 'per_new' });
    expect(story.local(story.plan('app_a').restrictsNotBeforeAt)).toBe('2028-01-04 10:00');
    expect(story.local(story.plan('app_a').suspendsNotBeforeAt)).toBe('2028-01-18 10:00');
    story.until('2028-03-01');
    expect(story.times('app.restricted', 'suspension.opened')).toEqual([
      '2028-01-04 10:00 app.restricted',
      '2028-01-18 10:00 suspension.opened',
    ]);
    expect(story.state.tasks.map((task) => task.kind)).not.toContain('bounced-contact');
  });

  it('counts as delivered when two different people confirm it, from the second on', () => {
    const story = bouncedFormal().until('2027-12-01 12:00');
    const confirm = (id: `per_${string}`) =>
      story.give({
        type: 'notice.confirmed',
        actor: staff(id),
        noticeId: story.notice('formal-notice').id,
        channel: 'telephone',
        spokeWith: 'their lawyer',
        confirmedAt: story.now,
      });
    confirm('per_one');
    expect(() => confirm('per_one')).toThrow(expect.objectContaining({ code: 'notice.same-person' }));
    expect(story.notice('formal-notice').state).toBe('bounced');
    story.until('2027-12-03 12:00');
    confirm('per_two');
    expect(story.local(story.plan('app_a').restrictsNotBeforeAt)).toBe('2027-12-18 10:00');
    expect(() => confirm('per_three')).toThrow(expect.objectContaining({ code: 'notice.already-accepted' }));
  });

  it('late, after it had been accepted, closes the gate again', () => {
    const story = start().until('2027-12-05 12:00');
    story.bounce(story.notice('formal-notice').id);
    story.until('2028-02-01');
    expect(story.app('app_a').standing).toBe('grace');
  });

  it('and is never dated before it was written', () => {
    const story = start().until('2027-11-24 09:00');
    story.isMailDelivered = false;
    story.until('2027-12-01 10:00');
    const noticeId = story.notice('formal-notice').id;
    story.give({ type: 'notice.accepted', actor: { kind: 'system', id: 'mail' }, noticeId, acceptedAt: 0 });
    expect(story.local(story.notice('formal-notice').acceptedAt)).toBe('2027-11-24 10:00');
  });
});

describe('a final notice', () => {
  it('that nobody takes is not sent anew every day', () => {
    const story = start().until('2027-12-18 09:00');
    story.isMailDelivered = false;
    story.until('2027-12-18 10:00');
    story.bounce(story.notice('final-notice').id);
    story.until('2028-06-01');
    expect(story.mails('2027-12-18').filter((mail) => mail.includes('final-notice'))).toHaveLength(1);
    expect(story.app('app_a').standing).toBe('restricted');
  });

  it('that grows old behind a freeze is sent once more, five days before the slot', () => {
    const story = start();
    const freezeDays = Array.from({ length: 24 }, (_, count) =>
      new Date(Date.UTC(2027, 11, 20 + count)).toISOString().slice(0, 10),
    );
    story.context = {
      ...story.context,
      terms: { ...story.context.terms, slot: { ...story.context.terms.slot, freezeDays } },
    };
    story.until('2028-03-01');
    expect(story.mails('2027-12-10').slice(0, 3)).toEqual([
      '2027-12-18 10:00 final-notice +25',
      '2028-01-08 10:00 final-notice +25',
      '2028-01-13 10:00 suspended suspended',
    ]);
  });

  it('waits for the formal notice that has to be delivered anew', () => {
    const story = start().until('2027-12-20 10:00');
    story.bounce(story.notice('formal-notice').id);
    story.until('2028-01-10 10:00');
    story.give({ type: 'contact.verified', actor: staff(), personId: 'per_new' });
    story.until('2028-03-01');
    const finals = story.mails('2027-12-10').filter((mail) => mail.includes('final-notice'));
    expect(finals).toEqual(['2027-12-18 10:00 final-notice +25', '2028-01-20 10:00 final-notice +25']);
    expect(story.times('suspension.opened')).toEqual(['2028-01-25 10:00 suspension.opened']);
  });
});
