import { forecast } from '../../../domain/lifecycle/forecast';
import { answer, decide, planOf, raise, raised } from './finding-story';
import { signatory, staff } from './story';

describe('the guards of the ladder', () => {
  it('plan a step anew that was missed for our reasons, with a fresh notice', () => {
    const { story, findingId } = raised();
    story.outage('2027-01-20 09:00');
    const decisions = story.tick().map((decision) => decision.type);
    expect(decisions).toEqual(expect.arrayContaining(['finding.lapsed', 'plan.missed', 'notice.queued']));
    const plan = planOf(story, findingId);
    expect(plan).toMatchObject({ restrictedAt: null, formalRevision: plan.revision });
    expect((plan.restrictsNotBeforeAt ?? 0) - story.now).toBeGreaterThanOrEqual(14 * 86_400_000);
    expect(story.mails('2027-01-20')).toEqual(['2027-01-20 09:00 finding-notice raised']);
  });

  it('hold it when enforcement is held, or its budget is spent', () => {
    const { story, findingId } = raised();
    story.context = { ...story.context, budgetLeft: 0 };
    story.until('2027-01-12 11:00');
    expect(planOf(story, findingId)).toMatchObject({ blockedBy: 'budget', restrictedAt: null });
    // The leads are alerted once for all; no task of its own.
    expect(story.state.tasks.filter((task) => task.kind === 'budget-exceeded')).toEqual([]);
    story.give({
      type: 'enforcement.released',
      actor: { kind: 'staff', id: 'per_second', role: 'lead' },
      releaseId: 'rls_a',
      planIds: [planOf(story, findingId).id],
      proposedBy: 'per_first',
    });
    story.context = { ...story.context, isHeld: true };
    story.tick();
    expect(planOf(story, findingId)).toMatchObject({ blockedBy: 'hold', releasedBy: 'rls_a', restrictedAt: null });
    story.context = { ...story.context, isHeld: false };
    story.tick();
    expect(planOf(story, findingId)).toMatchObject({ blockedBy: null, releasedBy: null });
    expect(planOf(story, findingId).restrictedAt).not.toBeNull();
  });

  it('wait for a notice that nobody received, and for nothing else', () => {
    const { story, findingId } = raised();
    story.bounce(story.notice('finding-notice').id);
    story.until('2027-03-01 09:00');
    expect(planOf(story, findingId).restrictedAt).toBeNull();
    expect(story.app('app_a').standing).toBe('grace');
  });

  it('tell ahead what follows if nothing is done', () => {
    const { story } = raised();
    const steps = forecast(story.state, story.context, story.now, story.instant('2027-03-01 09:00'))
      .filter(({ decision }) => ['finding.lapsed', 'app.restricted', 'suspension.opened'].includes(decision.type))
      .map(({ at, decision }) => `${story.local(at)} ${decision.type}`);
    expect(steps).toEqual([
      '2027-01-12 00:00 finding.lapsed',
      '2027-01-12 10:00 app.restricted',
      '2027-01-19 21:00 suspension.opened',
    ]);
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
