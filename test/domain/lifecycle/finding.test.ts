import type { AppId, FindingId } from '../../../domain/ids';
import type { Decision } from '../../../domain/lifecycle/decisions';
import { attested, type Story, signatory, staff } from './story';

const system = { kind: 'system', id: 'watcher' } as const;

/** Raises a finding about the notice of an app; answers its id. */
export function raise(story: Story, appId: AppId = 'app_a'): FindingId {
  story.give({
    type: 'finding.raised',
    actor: staff(),
    appId,
    obligation: 'notice',
    clause: '3.2',
    facts: 'The page names no vendor.',
    evidence: ['https://example.com/privacy'],
  });
  const finding = story.state.findings.at(-1);
  if (!finding) throw new Error('nothing was raised');
  return finding.id;
}

const answer = (story: Story, findingId: FindingId) =>
  story.give({ type: 'finding.answered', actor: signatory, findingId, answer: 'It does so now.', evidence: [] });

const decide = (
  story: Story,
  findingId: FindingId,
  outcome: 'cured' | 'not-cured',
  actor: ReturnType<typeof staff> | typeof system = staff(),
) => story.give({ type: 'finding.decided', actor, findingId, outcome, reason: 'We looked.' });

const planOf = (story: Story, findingId: FindingId) => {
  const plan = story.state.plans.find((row) => row.findingId === findingId);
  if (!plan) throw new Error('no plan');
  return plan;
};

/** Monday, 4 January 2027, nine o'clock; the developer sits in New York. */
function raised(): { story: Story; findingId: FindingId } {
  const story = attested('America/New_York', '2026-12-01 09:00');
  story.until('2027-01-04 09:00');
  return { story, findingId: raise(story) };
}

describe('a finding', () => {
  it('gives five working days to cure, and says so in a formal notice at once', () => {
    const { story, findingId } = raised();
    const plan = planOf(story, findingId);
    expect([plan.cycleId, plan.dueOn, story.local(plan.dueAt)]).toEqual([null, '2027-01-11', '2027-01-12 00:00']);
    expect(story.local(plan.restrictsNotBeforeAt)).toBe('2027-01-12 10:00');
    expect(story.local(plan.suspendsNotBeforeAt)).toBe('2027-01-19 10:00');
    expect(story.app('app_a').standing).toBe('grace');
    expect(story.mails('2027-01-04')).toEqual(['2027-01-04 09:00 finding-notice raised']);
    expect(story.notice('finding-notice')).toMatchObject({
      cycleId: null,
      facts: {
        dueOn: '2027-01-11',
        restrictsNotBeforeOn: '2027-01-12',
        suspendsNotBeforeOn: '2027-01-19',
        apps: [{ appId: 'app_a', outstanding: [] }],
        finding: { findingId, obligation: 'notice', clause: '3.2', facts: 'The page names no vendor.' },
      },
    });
  });

  it('counts the working days of the developer: the National Day week is not worked, the Saturday after it is', () => {
    const story = attested('Asia/Shanghai', '2026-08-03 09:00');
    story.until('2026-09-29 09:00');
    expect(planOf(story, raise(story)).dueOn).toBe('2026-10-12');
  });

  it('restricts after five working days and suspends after ten, in a slot, with its own row', () => {
    const { story, findingId } = raised();
    story.until('2027-02-01 09:00');
    expect(story.mails('2027-01-04')).toEqual([
      '2027-01-04 09:00 finding-notice raised',
      '2027-01-12 10:00 restricted restricted',
      '2027-01-15 10:00 final-notice final',
      '2027-01-19 21:00 suspended suspended',
    ]);
    expect(story.state.suspensions).toMatchObject([
      { class: 'finding', planId: planOf(story, findingId).id, formalNoticeId: story.notice('finding-notice').id },
    ]);
    expect([story.app('app_a').standing, story.key('key_a')]).toEqual(['suspended', 'suspended']);
    expect(story.app('app_a').lapsedAt).toBeNull();
  });

  it('waits when its notice was not delivered, and keeps its distances from the day it was', () => {
    const { story, findingId } = raised();
    const other = attested('America/New_York', '2026-12-01 09:00');
    other.until('2027-01-04 09:00');
    other.isMailDelivered = false;
    const id = raise(other);
    other.until('2027-01-14 09:00');
    expect(other.app('app_a').standing).toBe('grace');
    other.deliver();
    const plan = planOf(other, id);
    expect(other.local(plan.restrictsNotBeforeAt)).toBe('2027-01-22 10:00');
    expect(other.local(plan.suspendsNotBeforeAt)).toBe('2027-01-29 10:00');
    expect(planOf(story, findingId).restrictsNotBeforeAt).toBeLessThan(plan.restrictsNotBeforeAt ?? 0);
  });

  it('is cured by an answer and a person: the suspension is lifted, the keys work at once', () => {
    const { story, findingId } = raised();
    story.until('2027-02-01 09:00');
    answer(story, findingId);
    expect(story.state.tasks.map((task) => task.kind)).toContain('finding-answer');
    expect(story.key('key_a')).toBe('suspended');
    const decisions = decide(story, findingId, 'cured').map((decision) => decision.type);
    expect(decisions).toEqual(expect.arrayContaining(['finding.cured', 'suspension.lifted', 'key.reinstated']));
    expect([story.app('app_a').standing, story.key('key_a')]).toEqual(['active', 'active']);
    expect(story.state).toMatchObject({ findings: [], suspensions: [] });
    expect(story.state.tasks.filter((task) => task.kind.startsWith('finding'))).toEqual([]);
    expect(story.mails('2027-02-01')).toEqual(['2027-02-01 09:00 finding-cured finding-cured']);
  });

  it('is cured by a check as well, and stands while the answer does not cure it', () => {
    const { story, findingId } = raised();
    answer(story, findingId);
    decide(story, findingId, 'not-cured');
    expect(story.state.findings).toMatchObject([{ state: 'open', outcome: 'not-cured', reason: 'We looked.' }]);
    expect(story.mails('2027-01-04')).toContain('2027-01-04 09:00 finding-not-cured finding-not-cured');
    answer(story, findingId);
    decide(story, findingId, 'cured', system);
    expect(story.app('app_a').standing).toBe('active');
  });

  it('stops the clock for two answers and no third; as many working days remain as before', () => {
    const { story, findingId } = raised();
    story.until('2027-01-05 09:00');
    answer(story, findingId);
    story.until('2027-01-07 15:00');
    expect(planOf(story, findingId).stoppedBy).toBe('answer');
    decide(story, findingId, 'not-cured');
    // Four working days were left, Wednesday to Monday; the weekend between counts for nothing.
    expect(planOf(story, findingId)).toMatchObject({ stoppedAt: null, dueOn: '2027-01-14' });
    answer(story, findingId);
    decide(story, findingId, 'not-cured');
    answer(story, findingId);
    expect(planOf(story, findingId)).toMatchObject({ stoppedAt: null, submissionStops: 2 });
    expect(story.state.findings).toMatchObject([{ state: 'answered' }]);
  });

  it('never passes provisionally: the clock stands, and the lead is told after five working days and after ten', () => {
    const { story, findingId } = raised();
    answer(story, findingId);
    story.until('2027-03-01 09:00');
    const told = story.told
      .filter(({ decision }) => decision.type === 'task.opened' && String(decision.data['kind']).startsWith('finding'))
      .map(({ at, decision }) => `${at} ${String(decision.data['kind'])} ${String(decision.data['assignee'])}`);
    expect(told).toEqual([
      '2027-01-04 09:00 finding-answer am',
      '2027-01-11 11:00 finding-overdue lead',
      '2027-01-18 11:00 finding-long-overdue lead',
    ]);
    expect(story.app('app_a').standing).toBe('grace');
    expect(planOf(story, findingId).stoppedBy).toBe('answer');
  });

  it('can be taken back, and all that it led to with it', () => {
    const { story, findingId } = raised();
    story.until('2027-02-01 09:00');
    story.give({ type: 'finding.withdrawn', actor: staff(), findingId, reason: 'Our mistake.' });
    expect([story.app('app_a').standing, story.key('key_a')]).toEqual(['active', 'active']);
    expect(story.mails('2027-02-01')).toEqual(['2027-02-01 09:00 finding-withdrawn finding-withdrawn']);
  });

  it('goes with its app', () => {
    const { story } = raised();
    story.give({ type: 'app.retired', actor: signatory, appId: 'app_a', reason: 'gone' });
    expect(story.state).toMatchObject({ findings: [], plans: [] });
  });

  it('makes nothing of low risk while it is open', () => {
    const { story } = raised();
    story.until('2027-10-20 09:00');
    story.sign('app_a');
    story.check('app_a');
    expect(story.submission('app_a').needsReview).toBe(true);
  });
});

/** What the mail about a cure says of the keys. */
function isReinstated(decisions: readonly Decision[]): boolean | undefined {
  const rows = decisions.flatMap(({ changes }) => changes.map(({ row }) => row));
  return rows.flatMap((row) =>
    'facts' in row && typeof row.facts === 'object' ? [row.facts.finding?.isReinstated] : [],
  )[0];
}

describe('several at once', () => {
  it('run each on its own plan, and a key works when none covers it', () => {
    const { story, findingId } = raised();
    const second = raise(story);
    story.until('2027-02-01 09:00');
    expect(story.state.suspensions).toHaveLength(2);
    answer(story, findingId);
    expect(isReinstated(decide(story, findingId, 'cured'))).toBe(false);
    expect([story.app('app_a').standing, story.key('key_a')]).toEqual(['suspended', 'suspended']);
    answer(story, second);
    expect(isReinstated(decide(story, second, 'cured'))).toBe(true);
    expect([story.app('app_a').standing, story.key('key_a')]).toEqual(['active', 'active']);
  });

  it('lift nothing of each other: not the obligation by the finding, nor the finding by the attestation', () => {
    const story = attested('America/New_York', '2026-12-01 09:00');
    story.until('2027-12-20 09:00');
    const findingId = raise(story);
    story.until('2028-02-10 09:00');
    expect(story.state.suspensions.map((row) => row.class).sort()).toEqual(['finding', 'obligation']);
    story.attest('app_a');
    expect(story.state.suspensions.map((row) => row.class)).toEqual(['finding']);
    expect([story.app('app_a').standing, story.key('key_a')]).toEqual(['suspended', 'suspended']);
    expect(story.mails('2028-02-10').filter((mail) => mail.includes('reinstated'))).toEqual([]);
    answer(story, findingId);
    decide(story, findingId, 'cured');
    expect([story.app('app_a').standing, story.key('key_a')]).toEqual(['active', 'active']);
  });

  it('and the other way round', () => {
    const story = attested('America/New_York', '2026-12-01 09:00');
    story.until('2027-12-20 09:00');
    const findingId = raise(story);
    story.until('2028-02-10 09:00');
    answer(story, findingId);
    decide(story, findingId, 'cured');
    expect(story.state.suspensions.map((row) => row.class)).toEqual(['obligation']);
    expect([story.app('app_a').standing, story.key('key_a')]).toEqual(['suspended', 'suspended']);
    story.attest('app_a');
    expect([story.app('app_a').standing, story.key('key_a')]).toEqual(['active', 'active']);
  });
});

describe('a finding is refused', () => {
  const refused = (act: () => unknown, code: string) => expect(act).toThrow(expect.objectContaining({ code }));

  it('for what was never attested nor imported, and for what is retired or nobody knows', () => {
    const { story } = raised();
    story.register('app_new');
    refused(() => raise(story, 'app_new'), 'finding.not-possible');
    refused(() => raise(story, 'app_none'), 'resource.not-found');
    story.import('app_old');
    expect(raise(story, 'app_old')).toMatch(/^fnd_/);
  });

  it('on a clause that the obligation does not rest on', () => {
    const { story } = raised();
    const event = { type: 'finding.raised' as const, appId: 'app_a' as const, facts: 'x', evidence: [] };
    refused(
      () => story.give({ ...event, actor: staff(), obligation: 'notice', clause: '3.4' }),
      'finding.clause-unknown',
    );
    refused(() => story.give({ ...event, actor: signatory, obligation: 'notice', clause: '3.2' }), 'access.forbidden');
  });

  it('to be decided before it is answered, by who answered, without a reason, or twice', () => {
    const { story, findingId } = raised();
    refused(() => decide(story, findingId, 'cured'), 'finding.not-answered');
    answer(story, findingId);
    refused(() => answer(story, findingId), 'finding.already-answered');
    refused(() => decide(story, findingId, 'cured', staff('per_signatory')), 'finding.same-person');
    refused(
      () => story.give({ type: 'finding.decided', actor: staff(), findingId, outcome: 'not-cured', reason: ' ' }),
      'review.reason-missing',
    );
    decide(story, findingId, 'cured');
    refused(() => decide(story, findingId, 'cured'), 'finding.already-decided');
    refused(() => answer(story, findingId), 'finding.already-decided');
  });
});
