import { attested, type Story, staff } from './story';

const lead = { kind: 'staff', id: 'per_lead', role: 'lead' } as const;
const legal = { kind: 'staff', id: 'per_legal', role: 'legal' } as const;
const admin = { kind: 'staff', id: 'per_admin', role: 'admin' } as const;
const reason = 'The SDK was found in an app that is not registered.';

function request(story: Story, class_: 'account-manager' | 'legal' = 'account-manager') {
  const actor = class_ === 'legal' ? legal : staff();
  story.give({ type: 'suspension.requested', actor, appId: 'app_a', class: class_, reason, clause: '2.1' });
  const id = story.state.suspensionRequests.at(-1)?.id;
  if (!id) throw new Error('nothing was asked for');
  return id;
}

function suspend(story: Story, class_: 'account-manager' | 'legal' = 'account-manager') {
  const requestId = request(story, class_);
  const decisions = story.give({
    type: 'suspension.confirmed',
    actor: class_ === 'legal' ? admin : lead,
    requestId,
  });
  const suspensionId = story.state.suspensions.at(-1)?.id ?? 'sus_none';
  return { requestId, suspensionId, decisions };
}

const lift = (story: Story, suspensionId: `sus_${string}`, actor: ReturnType<typeof staff> | typeof legal) =>
  story.give({ type: 'suspension.lifted', actor: actor as typeof legal, suspensionId, reason: 'It was explained.' });

const refusal = (act: () => unknown): unknown => {
  try {
    act();
  } catch (fault) {
    return (fault as { code: string }).code;
  }
  return 'nothing was refused';
};

describe('a suspension that people decide', () => {
  it('needs two people, and then happens at once, statement of reasons and all', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    const requestId = request(story);
    expect(story.key('key_a')).toBe('active');
    expect(story.state.tasks).toMatchObject([{ kind: 'suspension-request', subject: requestId, assignee: 'lead' }]);
    expect(refusal(() => story.give({ type: 'suspension.confirmed', actor: staff(), requestId }))).toBe(
      'suspension.same-person',
    );
    story.isMailDelivered = false;
    const decisions = story.give({ type: 'suspension.confirmed', actor: lead, requestId });
    expect(decisions.map(({ type }) => type)).toEqual([
      'suspension.confirmed',
      'task.closed',
      'suspension.opened',
      'notice.queued',
      'app.standing-changed',
      'key.suspended',
    ]);
    expect(story.app('app_a').standing).toBe('suspended');
    expect(story.key('key_a')).toBe('suspended');
    expect(story.notice('suspended-by-decision')).toMatchObject({
      appIds: ['app_a'],
      facts: { decision: { class: 'account-manager', reason, clause: '2.1' } },
    });
    expect(decisions.filter((decision) => decision.spendsBudget).map(({ type }) => type)).toEqual([
      'suspension.opened',
    ]);
  });

  it('is for the roles of its class alone', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    const ask = (actor: typeof legal | typeof lead, class_: 'account-manager' | 'legal') =>
      refusal(() =>
        story.give({ type: 'suspension.requested', actor, appId: 'app_a', class: class_, reason, clause: '2.1' }),
      );
    expect(ask(legal, 'account-manager')).toBe('access.forbidden');
    expect(ask(lead, 'legal')).toBe('access.forbidden');
    const requestId = request(story, 'legal');
    expect(refusal(() => story.give({ type: 'suspension.confirmed', actor: lead, requestId }))).toBe(
      'access.forbidden',
    );
  });

  it('is refused over the budget and while enforcement is held, and the request stays open', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    const requestId = request(story);
    const confirm = () => refusal(() => story.give({ type: 'suspension.confirmed', actor: lead, requestId }));
    story.context = { ...story.context, budgetLeft: 0 };
    expect(confirm()).toBe('enforcement.over-budget');
    story.context = { ...story.context, budgetLeft: 1, isHeld: true };
    expect(confirm()).toBe('enforcement.held');
    expect(story.app('app_a').standing).toBe('active');
    expect(story.state.suspensionRequests).toMatchObject([{ state: 'open' }]);
    story.context = { ...story.context, isHeld: false };
    expect(confirm()).toBe('nothing was refused');
  });

  it('is asked for once, and of an app that has live keys to suspend', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    request(story);
    expect(refusal(() => request(story))).toBe('suspension.already-open');
    request(story, 'legal');
    story.register('app_b');
    const asked = () =>
      story.give({
        type: 'suspension.requested',
        actor: lead,
        appId: 'app_b',
        class: 'account-manager',
        reason,
        clause: '1',
      });
    expect(refusal(asked)).toBe('suspension.not-possible');
  });

  it('can be refused by another person and withdrawn by its asker, which then ends it', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    const first = request(story);
    const refuse = (actor: typeof lead | ReturnType<typeof staff>, requestId: typeof first) =>
      refusal(() => story.give({ type: 'suspension.refused', actor: actor as typeof lead, requestId, reason: 'No.' }));
    expect(refuse(staff(), first)).toBe('suspension.same-person');
    expect(refuse(lead, first)).toBe('nothing was refused');
    expect(refuse(lead, first)).toBe('suspension.already-decided');
    const second = request(story);
    const withdraw = (actor: typeof lead) =>
      refusal(() => story.give({ type: 'suspension.withdrawn', actor, requestId: second }));
    expect(withdraw(lead)).toBe('access.forbidden');
    expect(withdraw(staff() as unknown as typeof lead)).toBe('nothing was refused');
    expect(story.state.tasks).toEqual([]);
    expect(story.app('app_a').standing).toBe('active');
  });

  it('is lifted by its class or by legal, and the app stands as its plans say', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    const first = suspend(story);
    story.until('2027-11-20 12:00');
    expect(story.app('app_a').standing).toBe('suspended');
    lift(story, first.suspensionId, staff('per_other'));
    expect(story.app('app_a').standing).toBe('due');
    expect(story.key('key_a')).toBe('active');
    expect(story.queued('suspension-lifted').facts.lift).toEqual({
      class: 'account-manager',
      reason: 'It was explained.',
      isRestored: true,
    });
    const second = suspend(story, 'legal');
    expect(refusal(() => lift(story, second.suspensionId, staff()))).toBe('access.forbidden');
    expect(refusal(() => lift(story, second.suspensionId, admin as unknown as typeof legal))).toBe('access.forbidden');
    lift(story, second.suspensionId, legal);
    expect(story.app('app_a').standing).toBe('due');
    expect(refusal(() => lift(story, second.suspensionId, legal))).toBe('suspension.already-lifted');
  });

  it('is not lifted by attesting, which lifts only what it is for', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    story.until('2028-01-15 12:00');
    expect(story.app('app_a').standing).toBe('suspended');
    const { suspensionId } = suspend(story, 'legal');
    story.attest('app_a');
    expect(story.app('app_a').standing).toBe('suspended');
    expect(story.key('key_a')).toBe('suspended');
    expect(story.state.suspensions.map((row) => row.class)).toEqual(['legal']);
    expect(story.queued('accepted').facts.isStillSuspended).toBe(true);
    lift(story, suspensionId, legal);
    expect(story.app('app_a').standing).toBe('active');
    expect(story.key('key_a')).toBe('active');
  });

  it('covers a key that is rolled, and no test key', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    story.issueKey('key_t', 'app_a', 'test');
    suspend(story);
    story.give({
      type: 'key.rolled',
      actor: { kind: 'person', id: 'per_signatory' },
      keyId: 'key_a',
      newKeyId: 'key_b',
      overlap: null,
    });
    expect([story.key('key_b'), story.key('key_t')]).toEqual(['suspended', 'active']);
  });

  it('does not outlive its app', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    request(story);
    story.give({
      type: 'app.retired',
      actor: { kind: 'person', id: 'per_signatory' },
      appId: 'app_a',
      reason: 'No longer shipped.',
    });
    expect(story.state.suspensionRequests).toEqual([]);
    expect(story.state.tasks).toEqual([]);
  });
});

describe('a suspension for an obligation that legal lifts', () => {
  it('starts the ladder over with a fresh formal notice', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    story.until('2028-01-15 12:00');
    const { id } = story.state.suspensions[0] ?? { id: 'sus_none' as const };
    expect(refusal(() => lift(story, id, staff()))).toBe('access.forbidden');
    lift(story, id, legal);
    expect(story.app('app_a').standing).toBe('grace');
    expect(story.key('key_a')).toBe('active');
    const mails = story.until('2028-04-01 12:00').mails('2028-01-15 12:00');
    expect(mails.map((mail) => mail.slice(0, 10) + mail.slice(16))).toEqual([
      '2028-01-15 suspension-lifted lifted',
      '2028-01-16 formal-notice +1',
      '2028-01-18 reminder +3',
      '2028-01-24 reminder +7',
      '2028-01-25 reminder +10',
      '2028-01-28 reminder +13',
      '2028-01-31 restricted restricted',
      '2028-02-09 final-notice +25',
      '2028-02-15 suspended suspended',
    ]);
  });
});
