import { attested, type Story, signatory } from './story';

const lead = { kind: 'staff', id: 'per_lead', role: 'lead' } as const;
const legal = { kind: 'staff', id: 'per_legal', role: 'legal' } as const;
const reason = 'Three notices were not answered.';

const refusal = (act: () => unknown): unknown => {
  try {
    act();
  } catch (fault) {
    return (fault as { code: string }).code;
  }
  return 'nothing was refused';
};

const announce = (story: Story, kind: 'revocation' | 'offboarding' = 'revocation') => {
  const what = kind === 'revocation' ? ({ kind, appId: 'app_a' } as const) : ({ kind } as const);
  story.give({ type: 'termination.announced', actor: lead, reason, ...what });
  return story.state.terminations.at(-1)?.id ?? 'trm_none';
};
const confirm = (story: Story, terminationId: `trm_${string}`, actor: typeof lead | typeof legal = legal) =>
  refusal(() => story.give({ type: 'termination.confirmed', actor, terminationId }));

/** Due 2027-11-23, suspended since the end of the year's freeze. */
function suspended(): Story {
  const story = attested('Asia/Shanghai', '2026-11-23 09:00').until('2027-12-30 12:00');
  expect(story.app('app_a').standing).toBe('suspended');
  return story;
}

describe('a revocation', () => {
  it('needs its notice, ninety days after due and a second person; then the app ends for good', () => {
    const story = suspended();
    const id = announce(story);
    expect(story.notice('termination-notice').facts.termination).toEqual({
      kind: 'revocation',
      reason,
      notBeforeOn: '2028-02-21',
    });
    expect(story.local(story.state.terminations[0]?.notBeforeAt)).toBe('2028-02-21 10:00');
    story.until('2028-02-21 09:59');
    expect(confirm(story, id)).toBe('termination.too-early');
    expect(story.state.tasks.map((task) => task.kind)).not.toContain('termination');
    story.until('2028-02-21 10:00');
    expect(story.state.tasks.at(-1)).toMatchObject({ kind: 'termination', subject: id, assignee: 'lead' });
    expect(confirm(story, id, lead)).toBe('termination.same-person');
    story.isMailDelivered = false;
    const decisions = story.give({ type: 'termination.confirmed', actor: legal, terminationId: id });
    expect(story.told.findLast(({ decision }) => decision.type === 'app.standing-changed')?.decision.data).toEqual({
      from: 'suspended',
      to: 'revoked',
    });
    expect(decisions.flatMap(({ changes }) => changes)).toContainEqual(
      expect.objectContaining({ collection: 'keys', row: expect.objectContaining({ state: 'revoked' }) }),
    );
    expect(story.notice('revoked').facts.termination).toEqual({ kind: 'revocation', reason });
    expect(story.state.apps).toEqual([]);
    expect(story.state.keys).toEqual([]);
    expect(story.state.tasks).toEqual([]);
    expect(confirm(story, id)).toBe('termination.already-decided');
  });

  it('leaves the way open for a new app', () => {
    const story = suspended();
    const id = announce(story);
    story.until('2028-03-01 12:00');
    confirm(story, id);
    story.register('app_b');
    expect(story.app('app_b').standing).toBe('onboarding');
  });

  it('waits thirty full days after the delivery, however late after due that is', () => {
    const story = suspended().until('2028-06-01 12:00');
    story.isMailDelivered = false;
    const id = announce(story);
    expect(story.state.terminations).toMatchObject([{ notBeforeAt: null }]);
    story.until('2028-06-10 23:30');
    expect(confirm(story, id)).toBe('termination.too-early');
    story.isMailDelivered = true;
    story.deliver();
    expect(story.local(story.state.terminations[0]?.notBeforeAt)).toBe('2028-07-11 10:00');
  });

  it('loses its date when the notice comes back', () => {
    const story = suspended();
    const id = announce(story);
    story.until('2028-03-01 12:00');
    story.isMailDelivered = false;
    story.bounce(story.notice('termination-notice').id);
    expect(story.state.terminations).toMatchObject([{ notBeforeAt: null }]);
    expect(confirm(story, id)).toBe('termination.too-early');
    story.give({ type: 'contact.verified', actor: signatory, personId: 'per_signatory' });
    expect(story.notice('termination-notice').state).toBe('queued');
    story.deliver();
    expect(story.local(story.state.terminations[0]?.notBeforeAt)).toBe('2028-04-01 10:00');
  });

  it('is ended by a cure, with a notice that says so', () => {
    const story = suspended();
    const id = announce(story);
    story.until('2028-03-01 12:00').attest('app_a');
    expect(story.state.terminations).toEqual([]);
    expect(story.queued('termination-cancelled').facts.termination).toEqual({ kind: 'revocation', isCured: true });
    expect(story.state.tasks.map((task) => task.kind)).not.toContain('termination');
    expect(confirm(story, id)).toBe('termination.already-decided');
    expect(story.app('app_a').standing).toBe('active');
  });

  it('waits while the vendor owes an answer, and moves as long as that took', () => {
    const story = suspended();
    const id = announce(story);
    story.until('2028-02-15 12:00').sign('app_a');
    story.check('app_a', 'amber');
    story.until('2028-02-22 12:00');
    expect(confirm(story, id)).toBe('termination.answer-owed');
    expect(story.state.tasks.map((task) => task.kind)).not.toContain('termination');
    story.review('app_a', 'return');
    expect(story.local(story.state.terminations[0]?.notBeforeAt)).toBe('2028-02-28 10:00');
    expect(confirm(story, id)).toBe('termination.too-early');
  });

  it('is not executed while enforcement is held', () => {
    const story = suspended();
    const id = announce(story);
    story.until('2028-03-01 12:00');
    story.context = { ...story.context, isHeld: true };
    expect(confirm(story, id)).toBe('enforcement.held');
  });

  it('is announced for an app that is suspended for an obligation, once', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00').until('2027-12-20 12:00');
    expect(refusal(() => announce(story))).toBe('termination.not-possible');
    story.until('2027-12-30 12:00');
    announce(story);
    expect(refusal(() => announce(story))).toBe('termination.already-announced');
  });

  it('is withdrawn, and its notice with it; or with the app', () => {
    const story = suspended();
    story.isMailDelivered = false;
    const terminationId = announce(story);
    story.give({ type: 'termination.withdrawn', actor: lead, terminationId });
    expect(story.state.terminations).toEqual([]);
    expect(story.notice('termination-notice').state).toBe('cancelled');
    announce(story);
    story.give({ type: 'app.retired', actor: signatory, appId: 'app_a', reason: 'No longer shipped.' });
    expect(story.state.terminations).toEqual([]);
  });

  it('ends when legal lifts the suspension it rests on', () => {
    const story = suspended();
    announce(story);
    const suspensionId = story.state.suspensions[0]?.id ?? 'sus_none';
    story.give({ type: 'suspension.lifted', actor: legal, suspensionId, reason: 'A court said so.' });
    expect(story.state.terminations).toEqual([]);
    expect(story.queued('termination-cancelled').facts.termination).toEqual({ kind: 'revocation', isCured: false });
  });
});

describe('offboarding by the vendor', () => {
  it('needs its notice and a second person, and no cure ends it', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00').until('2027-11-01 12:00');
    const id = announce(story, 'offboarding');
    story.attest('app_a');
    expect(story.local(story.state.terminations[0]?.notBeforeAt)).toBe('2027-12-02 10:00');
    expect(confirm(story, id)).toBe('termination.too-early');
    story.until('2027-12-02 10:00');
    expect(story.state.tasks).toMatchObject([{ kind: 'termination', subject: id }]);
    expect(confirm(story, id, lead)).toBe('termination.same-person');
    story.isMailDelivered = false;
    expect(confirm(story, id)).toBe('nothing was refused');
    expect(story.state.developer.offboardedAt).toBe(story.now);
    expect(story.notice('offboarded').facts).toMatchObject({ offboardedBy: 'vendor' });
    expect(story.state.apps).toEqual([]);
    expect(story.state.tasks).toEqual([]);
  });

  it('ends when the developer leaves by themselves', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    announce(story, 'offboarding');
    story.give({ type: 'developer.offboarded', actor: signatory, reason: 'We moved on.' });
    expect(story.state.terminations).toEqual([]);
  });
});
