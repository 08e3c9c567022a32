import { attested, type Story, staff } from './story';

const lead = { kind: 'staff', id: 'per_lead', role: 'lead' } as const;
const legal = { kind: 'staff', id: 'per_legal', role: 'legal' } as const;
const reason = 'Your attestation was in our mailbox; we had not entered it.';
const found = 'The developer called.';

type Staff = ReturnType<typeof staff> | typeof lead | typeof legal;

const undo = (story: Story, actor: Staff = lead) =>
  story.give({
    type: 'suspension.undone',
    actor: actor as typeof lead,
    suspensionId: story.state.suspensions[0]?.id ?? 'sus_none',
    reason,
    found,
  });

const refusal = (act: () => unknown): unknown => {
  try {
    act();
  } catch (fault) {
    return (fault as { code: string }).code;
  }
  return 'nothing was refused';
};

/** An app that was suspended for an attestation, on 12 January 2028. */
function suspended(): Story {
  const story = attested('Asia/Shanghai', '2026-11-23 09:00');
  story.until('2028-01-15 12:00');
  expect(story.app('app_a')).toMatchObject({ standing: 'suspended', lapsedAt: expect.any(Number) });
  return story;
}

function byDecision(story: Story, class_: 'account-manager' | 'legal'): void {
  const [first, second] =
    class_ === 'legal' ? [legal, { ...legal, id: 'per_admin', role: 'admin' } as const] : [staff(), lead];
  story.give({ type: 'suspension.requested', actor: first, appId: 'app_a', class: class_, reason, clause: '2.1' });
  const requestId = story.state.suspensionRequests.at(-1)?.id ?? 'srq_none';
  story.give({ type: 'suspension.confirmed', actor: second, requestId });
}

describe('a suspension that is undone', () => {
  it('gives the keys back at once, counts as no lapse, and starts the ladder over with fresh notices', () => {
    const story = suspended();
    const [suspension] = story.state.suspensions;
    const decisions = undo(story);
    expect(decisions.map(({ type }) => type)).toEqual([
      'suspension.undone',
      'suspension.lifted',
      'plan.revised',
      'task.opened',
      'notice.queued',
      'notice.queued',
      'app.standing-changed',
      'key.reinstated',
    ]);
    expect(story.key('key_a')).toBe('active');
    expect(story.app('app_a')).toMatchObject({ standing: 'grace', lapsedAt: null });
    expect(story.queued('suspension-undone').facts.undoing).toEqual({
      class: 'obligation',
      reason,
      suspendedAt: suspension?.openedAt,
      keys: 1,
      isRestored: true,
    });
    const mails = story.until('2028-04-01 12:00').mails('2028-01-15 12:00');
    expect(mails.map((mail) => mail.slice(0, 10) + mail.slice(16))).toEqual([
      '2028-01-15 suspension-undone undone',
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

  it('leaves a record of how long it stood, and a post-mortem that legal concludes once', () => {
    const story = suspended();
    const [suspension] = story.state.suspensions;
    const [{ changes } = { changes: [] }] = undo(story, legal);
    const [postMortem] = story.state.postMortems;
    expect(postMortem).toMatchObject({
      suspensionId: suspension?.id,
      appId: 'app_a',
      class: 'obligation',
      keyIds: ['key_a'],
      suspendedAt: suspension?.openedAt,
      undoneBy: 'per_legal',
      reason,
      found,
    });
    expect(changes).toContainEqual({
      collection: 'wrongfulEnforcements',
      row: expect.objectContaining({
        appealId: null,
        postMortemId: postMortem?.id,
        subject: suspension?.id,
        enforcedAt: suspension?.openedAt,
        restoredAt: postMortem?.undoneAt,
      }),
    });
    const isAsked = () => story.state.tasks.filter(({ kind }) => kind === 'post-mortem').length;
    expect(isAsked()).toBe(1);
    const conclude = (actor: Staff) =>
      story.give({
        type: 'post-mortem.concluded',
        actor: actor as typeof lead,
        postMortemId: postMortem?.id ?? 'pmt_none',
        cause: 'The mailbox is read once a week.',
        prevention: 'It is read every day.',
      });
    expect(refusal(() => conclude(lead))).toBe('access.forbidden');
    conclude(legal);
    expect(isAsked()).toBe(0);
    expect(refusal(() => conclude(legal))).toBe('post-mortem.already-concluded');
  });

  it('is undone by leads and legal, and one for legal reasons by legal alone', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 09:00');
    byDecision(story, 'account-manager');
    for (const role of ['am', 'admin'] as const)
      expect(refusal(() => undo(story, { ...staff(), role } as Staff))).toBe('access.forbidden');
    undo(story);
    expect(story.app('app_a').standing).toBe('active');
    byDecision(story, 'legal');
    expect(refusal(() => undo(story))).toBe('access.forbidden');
    undo(story, legal);
    expect(story.key('key_a')).toBe('active');
    expect(refusal(() => undo(story, legal))).toBe('suspension.already-lifted');
  });

  it('leaves the keys off while another suspension covers the app, and says so', () => {
    const story = suspended();
    byDecision(story, 'legal');
    undo(story);
    expect(story.key('key_a')).toBe('suspended');
    expect(story.queued('suspension-undone').facts.undoing?.isRestored).toBe(false);
  });

  it('is not for one that the developer has appealed against: upholding does as much', () => {
    const story = suspended();
    const [suspension] = story.state.suspensions;
    story.give({
      type: 'appeal.filed',
      actor: { kind: 'person', id: 'per_signatory' },
      against: 'suspension',
      subject: suspension?.id ?? '',
      words: 'We had attested.',
      evidenceIds: [],
    });
    expect(refusal(() => undo(story))).toBe('suspension.appealed');
    expect(story.key('key_a')).toBe('suspended');
  });
});
