import type { AppealAgainst } from '../../../domain/lifecycle/appeals';
import { attested, type Story, signatory, staff } from './story';

const words = 'The page was there all the time.';
const lead = { kind: 'staff', id: 'per_lead', role: 'lead' } as const;

/** A finding raised on Monday, 4 January 2027, by the account manager; the developer sits in New York. */
function found(): Story {
  const story = attested('America/New_York', '2026-10-05 09:00').until('2027-01-04 09:00');
  story.give({
    type: 'finding.raised',
    actor: staff(),
    appId: 'app_a',
    obligation: 'notice',
    clause: '3.2',
    facts: 'The page names no vendor.',
    evidence: [],
  });
  return story;
}

const findingOf = (story: Story) => story.state.findings.at(-1)?.id ?? 'fnd_none';
const planOf = (story: Story) => story.state.plans.find((row) => row.findingId !== null);

function file(story: Story, against: AppealAgainst, subject: string): void {
  story.give({ type: 'appeal.filed', actor: signatory, against, subject, words, evidenceIds: [] });
}

function decide(story: Story, outcome: 'uphold' | 'dismiss', actor: typeof lead | ReturnType<typeof staff> = lead) {
  const appealId = story.state.appeals.findLast((row) => row.state === 'open')?.id ?? 'apl_none';
  return story.give({ type: 'appeal.decided', actor, appealId, outcome, words });
}

describe('an appeal against a finding', () => {
  it('stops its clock; dismissed, the clock runs on by as much', () => {
    const story = found();
    const before = planOf(story)?.restrictsNotBeforeAt ?? 0;
    file(story, 'finding', findingOf(story));
    story.until('2027-02-04 09:00');
    expect(story.app('app_a').standing).toBe('grace');
    decide(story, 'dismiss');
    expect((planOf(story)?.restrictsNotBeforeAt ?? 0) - before).toBeGreaterThanOrEqual(31 * 86_400_000);
    story.until('2027-02-14 09:00');
    expect(story.app('app_a').standing).toBe('restricted');
  });

  it('is not decided by who raised it', () => {
    const story = found();
    file(story, 'finding', findingOf(story));
    expect(() => decide(story, 'uphold', staff())).toThrow(expect.objectContaining({ code: 'appeal.same-person' }));
  });

  it('is upheld: the finding is withdrawn, its restriction and suspension end, and the record is there', () => {
    const story = found();
    story.until('2027-02-02 12:00');
    expect(story.app('app_a').standing).toBe('suspended');
    expect(story.state.suspensions).toMatchObject([{ class: 'finding' }]);
    file(story, 'finding', findingOf(story));
    story.until('2027-02-03 12:00');
    const decisions = decide(story, 'uphold');
    expect(decisions.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['appeal.upheld', 'finding.withdrawn', 'suspension.lifted', 'key.reinstated']),
    );
    expect(decisions.find(({ type }) => type === 'suspension.lifted')?.data).toEqual({ by: 'appeal' });
    expect(story.app('app_a').standing).toBe('active');
    expect(story.key('key_a')).toBe('active');
    const rows = decisions.flatMap(({ changes }) => changes.map(({ collection }) => collection));
    expect(rows).toContain('wrongfulEnforcements');
    expect(story.mails('2027-02-03 12:00').map((mail) => mail.split(' ')[2])).toEqual(['appeal-upheld']);
  });

  it('can be made once more when an answer is found not to cure it, as that is decided anew', () => {
    const story = found();
    const findingId = findingOf(story);
    file(story, 'finding', findingId);
    decide(story, 'dismiss');
    expect(() => file(story, 'finding', findingId)).toThrow(expect.objectContaining({ code: 'appeal.already-filed' }));
    story.give({ type: 'finding.answered', actor: signatory, findingId, answer: 'It does so now.', evidence: [] });
    story.give({ type: 'finding.decided', actor: lead, findingId, outcome: 'not-cured', reason: 'We looked.' });
    file(story, 'finding', findingId);
    expect(planOf(story)?.stoppedBy).toBe('appeal');
    expect(() => decide(story, 'uphold')).toThrow(expect.objectContaining({ code: 'appeal.same-person' }));
  });

  it('against its suspension lifts that alone: the finding stands and starts over with a fresh notice', () => {
    const story = found();
    story.until('2027-02-02 12:00');
    file(story, 'suspension', story.state.suspensions[0]?.id ?? '');
    decide(story, 'uphold');
    expect(story.app('app_a').standing).toBe('grace');
    expect(story.key('key_a')).toBe('active');
    story.until('2027-02-02 12:30');
    expect(story.mails('2027-02-02 12:00').map((mail) => mail.split(' ')[2])).toContain('finding-notice');
  });
});
