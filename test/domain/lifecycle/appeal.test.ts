import type { AppealAgainst } from '../../../domain/lifecycle/appeals';
import { requirementTransitions } from '../../../domain/lifecycle/transitions';
import { attested, type Story, signatory, staff } from './story';

const words = 'The page was there all the time.';
const lead = { kind: 'staff', id: 'per_lead', role: 'lead' } as const;

/** Attested in New York on a Tuesday, next due a year later. */
function lapsed(until: string): Story {
  const story = attested('America/New_York', '2026-03-10 09:00');
  return story.until(until);
}

function subjectOf(story: Story, against: AppealAgainst): string {
  if (against === 'restriction') return story.plan('app_a').id;
  if (against === 'suspension') return story.state.suspensions.at(-1)?.id ?? '';
  return story.state.submissions.at(-1)?.id ?? '';
}

function file(story: Story, against: AppealAgainst, subject = subjectOf(story, against)) {
  story.give({ type: 'appeal.filed', actor: signatory, against, subject, words, evidenceIds: [] });
  return appealOf(story);
}

function appealOf(story: Story) {
  const appeal = story.state.appeals.at(-1);
  if (!appeal) throw new Error('there is no appeal');
  return appeal;
}

function decide(story: Story, outcome: 'uphold' | 'dismiss', actor: typeof lead | ReturnType<typeof staff> = lead) {
  return story.give({ type: 'appeal.decided', actor, appealId: appealOf(story).id, outcome, words });
}

const restricted = () => lapsed('2027-03-26 10:00');
const suspended = () => lapsed('2027-04-13 12:00');
const wrongful = (decisions: ReturnType<typeof decide>) =>
  decisions.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.collection === 'wrongfulEnforcements' ? [change.row] : [])),
  );

describe('an appeal', () => {
  it('stops the clock until it is answered, though the app is restricted already', () => {
    const story = restricted();
    expect(story.app('app_a').standing).toBe('restricted');
    const before = story.plan('app_a').suspendsNotBeforeAt ?? 0;
    file(story, 'restriction');
    expect(story.plan('app_a')).toMatchObject({ stoppedBy: 'appeal' });
    story.until('2027-05-20 10:00');
    expect(story.app('app_a').standing).toBe('restricted');
    decide(story, 'dismiss');
    const after = story.plan('app_a').suspendsNotBeforeAt ?? 0;
    expect(story.plan('app_a').stoppedAt).toBeNull();
    expect(after - before).toBeGreaterThanOrEqual(story.now - story.instant('2027-03-26 10:00'));
    story.until('2027-08-01 10:00');
    expect(story.app('app_a').standing).toBe('suspended');
  });

  it('is for the developer, with words, once for a decision, within thirty days', () => {
    const story = restricted();
    const filed = (actor: typeof signatory | typeof lead, said = words) =>
      story.give({
        type: 'appeal.filed',
        actor,
        against: 'restriction',
        subject: story.plan('app_a').id,
        words: said,
        evidenceIds: [],
      });
    expect(() => filed(lead)).toThrow(expect.objectContaining({ code: 'access.forbidden' }));
    expect(() => filed(signatory, '  ')).toThrow(expect.objectContaining({ code: 'appeal.words-missing' }));
    expect(() => file(story, 'restriction', 'pln_none')).toThrow(
      expect.objectContaining({ code: 'resource.not-found' }),
    );
    filed(signatory);
    expect(() => filed(signatory)).toThrow(expect.objectContaining({ code: 'appeal.already-filed' }));
    story.give({ type: 'appeal.withdrawn', actor: signatory, appealId: appealOf(story).id });
    expect(story.plan('app_a').stoppedAt).toBeNull();
    expect(() => filed(signatory)).toThrow(expect.objectContaining({ code: 'appeal.already-filed' }));
  });

  it('is taken through the thirtieth day and not on the next', () => {
    const late = suspended();
    const opened = late.state.suspensions[0]?.openedAt ?? 0;
    expect(late.local(opened)).toBe('2027-04-12 22:00');
    late.now = late.instant('2027-05-13 00:00');
    expect(() => file(late, 'suspension')).toThrow(expect.objectContaining({ code: 'appeal.too-late' }));
    late.now = late.instant('2027-05-12 23:59');
    expect(file(late, 'suspension').state).toBe('open');
  });

  it('promises its answers by the vendor’s working days, and the lead hears of each that is late', () => {
    const story = restricted();
    const appeal = file(story, 'restriction');
    // Friday evening in Taipei: Tuesday and the Friday of the week after that end there at 11:00 and 12:00 in New York.
    expect(story.local(appeal.firstAnswerDueAt)).toBe('2027-03-30 12:00');
    expect(story.local(appeal.decisionDueAt)).toBe('2027-04-09 12:00');
    const tasks = () => story.state.tasks.map(({ kind, assignee }) => `${kind} ${assignee}`);
    expect(tasks()).toContain('appeal am');
    story.until('2027-03-30 13:00');
    expect(tasks()).toContain('appeal-late lead');
    story.give({ type: 'appeal.acknowledged', actor: lead, appealId: appeal.id, words });
    expect(tasks()).not.toContain('appeal-late lead');
    expect(() => story.give({ type: 'appeal.acknowledged', actor: lead, appealId: appeal.id, words })).toThrow(
      expect.objectContaining({ code: 'appeal.already-acknowledged' }),
    );
    story.until('2027-04-09 13:00');
    expect(tasks()).toContain('appeal-late lead');
    expect(story.times('appeal.late')).toEqual(['2027-03-30 12:00 appeal.late', '2027-04-09 12:00 appeal.late']);
    decide(story, 'dismiss');
    expect(tasks().filter((task) => task.startsWith('appeal'))).toEqual([]);
    expect(story.mails('2027-03-26').map((mail) => mail.split(' ')[2])).toEqual(
      expect.arrayContaining(['appeal-received', 'appeal-acknowledged', 'appeal-dismissed']),
    );
  });

  it('is decided once, in words, by staff', () => {
    const story = restricted();
    const { id } = file(story, 'restriction');
    const answered = (actor: typeof signatory | typeof lead, said = words) =>
      story.give({ type: 'appeal.decided', actor, appealId: id, outcome: 'uphold', words: said });
    expect(() => answered(signatory)).toThrow(expect.objectContaining({ code: 'access.forbidden' }));
    expect(() => answered(lead, '')).toThrow(expect.objectContaining({ code: 'appeal.words-missing' }));
    answered(lead);
    expect(() => answered(lead)).toThrow(expect.objectContaining({ code: 'appeal.already-decided' }));
  });

  it('is withdrawn when its app leaves', () => {
    const story = restricted();
    const { id } = file(story, 'restriction');
    const decisions = story.give({ type: 'app.retired', actor: signatory, appId: 'app_a', reason: 'gone' });
    expect(decisions.find(({ type }) => type === 'appeal.withdrawn')?.subject).toBe(id);
    expect(story.state.appeals).toEqual([]);
  });
});

describe('upheld', () => {
  it('a return counts as accepted, and the app is attested', () => {
    const story = attested('America/New_York', '2026-03-10 09:00').until('2027-03-01 10:00');
    story.sign('app_a', ['face-data']);
    story.check('app_a');
    story.review('app_a', 'return');
    file(story, 'return');
    expect(story.plan('app_a').stoppedBy).toBe('appeal');
    expect(() => decide(story, 'uphold', staff())).toThrow(expect.objectContaining({ code: 'appeal.same-person' }));
    story.until('2027-03-05 10:00');
    const decisions = decide(story, 'uphold');
    expect(story.app('app_a')).toMatchObject({ standing: 'active', riskFlags: ['face-data'] });
    expect(story.state.cycles).toEqual([]);
    expect(wrongful(decisions)).toMatchObject([
      { against: 'return', enforcedAt: story.instant('2027-03-01 10:00'), restoredAt: story.now },
    ]);
    expect(requirementTransitions).toContainEqual(expect.objectContaining({ from: 'returned', to: 'accepted' }));
  });

  it('a restriction is lifted, and the ladder starts over with a new formal notice', () => {
    const story = restricted();
    file(story, 'restriction');
    story.until('2027-03-30 10:00');
    decide(story, 'uphold');
    expect(story.app('app_a').standing).toBe('grace');
    expect(story.plan('app_a')).toMatchObject({ baseOn: '2027-03-30', restrictedAt: null, stoppedAt: null });
    expect(story.mails('2027-03-30 09:59')).toEqual(['2027-03-30 10:00 appeal-upheld appeal-upheld']);
    story.until('2027-04-20 10:00');
    expect(story.mails('2027-03-31')[0]).toBe('2027-03-31 10:00 formal-notice +1');
    expect(story.times('app.restricted').at(-1)).toBe('2027-04-15 10:00 app.restricted');
    // Another restriction, by another notice, is another decision.
    expect(file(story, 'restriction').state).toBe('open');
  });

  it('a suspension is lifted and the keys work at once; it counts as no lapse', () => {
    const story = suspended();
    expect(story.key('key_a')).toBe('suspended');
    file(story, 'suspension');
    story.until('2027-04-16 12:00');
    const decisions = decide(story, 'uphold');
    expect(story.key('key_a')).toBe('active');
    expect(story.app('app_a')).toMatchObject({ standing: 'grace', lapsedAt: null });
    expect(story.state.suspensions).toEqual([]);
    expect(decisions.find(({ type }) => type === 'suspension.lifted')?.data).toEqual({ by: 'appeal' });
    const [record] = wrongful(decisions);
    expect([story.local(record?.enforcedAt), story.local(record?.restoredAt)]).toEqual([
      '2027-04-12 22:00',
      '2027-04-16 12:00',
    ]);
    story.until('2027-04-18 10:00');
    expect(story.mails('2027-04-16 13:00')[0]).toBe('2027-04-17 10:00 formal-notice +1');
  });

  it('a restriction takes the suspension with it that came of it', () => {
    const story = suspended();
    file(story, 'restriction');
    expect(story.state.appeals[0]?.planId).toBe(story.plan('app_a').id);
    decide(story, 'uphold');
    expect(story.key('key_a')).toBe('active');
    expect(story.app('app_a').standing).toBe('grace');
  });

  it('what was cured meanwhile is answered all the same, and its record ends with the cure', () => {
    const story = suspended();
    file(story, 'suspension');
    story.until('2027-04-14 12:00');
    story.attest('app_a');
    expect(story.app('app_a').standing).toBe('active');
    story.until('2027-04-20 12:00');
    const [record] = wrongful(decide(story, 'uphold'));
    expect(story.local(record?.restoredAt)).toBe('2027-04-14 12:00');
    expect(story.app('app_a').standing).toBe('active');
  });
});

describe('a suspension that people decided', () => {
  /** Restricted by the clock and suspended by two people besides. */
  function suspendedByPeople(): Story {
    const story = restricted();
    const suspension = {
      id: 'sus_people',
      appId: 'app_a',
      class: 'account-manager',
      planId: null,
      requestId: 'srq_people',
      formalNoticeId: null,
      finalNoticeId: null,
      openedAt: story.now,
      liftedAt: null,
      deciders: ['per_am', 'per_lead'],
      liftedBy: null,
    } as const;
    const row = { ...suspension, deciders: [...suspension.deciders] };
    story.state = { ...story.state, suspensions: [...story.state.suspensions, row] };
    return story;
  }

  it('stops what would go on, and is decided by neither of them', () => {
    const story = suspendedByPeople();
    file(story, 'suspension', 'sus_people');
    expect(story.plan('app_a').stoppedBy).toBe('appeal');
    expect(story.key('key_a')).toBe('suspended');
    for (const id of ['per_am', 'per_lead'] as const)
      expect(() => decide(story, 'uphold', staff(id))).toThrow(expect.objectContaining({ code: 'appeal.same-person' }));
  });

  it('is lifted when the appeal is upheld, and what the clock has brought about stays', () => {
    const story = suspendedByPeople();
    file(story, 'suspension', 'sus_people');
    story.until('2027-04-01 10:00');
    decide(story, 'uphold', staff('per_other'));
    expect(story.key('key_a')).toBe('active');
    expect(story.app('app_a').standing).toBe('restricted');
    expect(story.plan('app_a').stoppedAt).toBeNull();
  });
});

describe('while an appeal stands', () => {
  it('a late attestation cures at once', () => {
    const story = suspended();
    file(story, 'suspension');
    story.sign('app_a');
    story.check('app_a');
    expect(story.key('key_a')).toBe('active');
    expect(story.app('app_a').standing).toBe('active');
  });

  it('the answer to something else does not start the clock', () => {
    const story = attested('America/New_York', '2026-03-10 09:00').until('2027-03-01 10:00');
    story.sign('app_a', ['face-data']);
    story.check('app_a');
    story.review('app_a', 'return');
    file(story, 'return');
    story.sign('app_a', ['face-data']);
    story.check('app_a');
    expect(appealOf(story).subjectEndedAt).toBe(story.now);
    story.review('app_a', 'return');
    expect(story.plan('app_a').stoppedBy).toBe('appeal');
    decide(story, 'dismiss');
    expect(story.plan('app_a').stoppedAt).toBeNull();
  });

  it('what was sent back moves into the next cycle as it is', () => {
    const story = attested('America/New_York', '2026-03-10 09:00').until('2028-01-01 10:00');
    expect(story.app('app_a').standing).toBe('suspended');
    story.sign('app_a', ['face-data']);
    story.check('app_a', 'amber');
    story.review('app_a', 'return');
    file(story, 'return');
    story.until('2028-02-01 10:00');
    expect(story.times('cycle.opened').at(-1)).toContain('2028-01');
    decide(story, 'uphold');
    expect(story.app('app_a').standing).toBe('active');
  });
});
