import { forecast } from '../../../domain/lifecycle/forecast';
import { attested, Story, signatory, staff } from './story';

const zone = 'Asia/Shanghai';

/** The state of each requirement that is asked of the app now, by cycle kind and obligation. */
function asked(story: Story): string[] {
  return story.state.requirements
    .filter((row) => row.appId === 'app_a')
    .map((row) => {
      const cycle = story.state.cycles.find((known) => known.id === row.cycleId);
      return `${cycle?.kind} ${row.obligation} ${row.state}`;
    });
}

function exemption(story: Story) {
  const row = story.state.exemptions.at(-1);
  if (!row) throw new Error('there is no exemption');
  return row;
}

/** The items of the review, consent with these words more. */
function decide(story: Story, consent: object, by = 'per_am' as `per_${string}`): void {
  const { id } = story.submission('app_a');
  const rows = story.state.requirements.filter((row) => row.submissionId === id && row.state === 'submitted');
  const items = rows.map((row) => ({
    requirementId: row.id,
    outcome: 'accept' as const,
    ...(row.obligation === 'consent' && consent),
  }));
  story.give({ type: 'review.decided', actor: staff(by), submissionId: id, items });
}

/** An attested app whose consent is exempt until this day. */
function exemptUntil(endsOn: string): Story {
  const story = new Story(zone, '2026-11-23 11:00');
  story.register('app_a');
  story.claim('app_a', endsOn);
  story.check('app_a');
  story.review('app_a');
  story.issueKey('key_a', 'app_a');
  return story;
}

describe('a claim', () => {
  it('waits for a person though every check is green and nothing else is of risk', () => {
    const story = attested(zone, '2026-11-23 11:00').until('2027-10-01 10:00');
    const claim = {
      obligation: 'consent',
      statute: 'Act',
      jurisdiction: 'SG',
      reason: 'r',
      endsOn: '2028-06-30',
    } as const;
    story.sign('app_a', [], [claim]);
    story.check('app_a');
    expect(exemption(story).state).toBe('claimed');
    expect(story.state.tasks.map((task) => task.kind)).toContain('review');
    expect(story.times('submission.checked').at(-1)).toBeDefined();
    expect(asked(story)).toContain('periodic consent submitted');
  });

  it('that is over, too long, or of another clause is refused, and nothing is signed', () => {
    const story = new Story(zone, '2026-11-23 11:00');
    story.register('app_a');
    expect(() => story.claim('app_a', '2026-11-23')).toThrow(expect.objectContaining({ code: 'exemption.end-past' }));
    expect(() => story.claim('app_a', '2029-11-24')).toThrow(expect.objectContaining({ code: 'exemption.too-long' }));
    const claim = {
      obligation: 'rights',
      statute: 'Act',
      jurisdiction: 'SG',
      reason: 'r',
      endsOn: '2027-06-30',
    } as const;
    expect(() => story.sign('app_a', [], [claim])).toThrow(expect.objectContaining({ code: 'answers.invalid' }));
    expect(story.state.submissions).toHaveLength(0);
    story.claim('app_a', '2029-11-23');
    expect(exemption(story)).toMatchObject({ state: 'claimed', endsOn: '2029-11-23', askedBy: 'per_signatory' });
  });
});

describe('a decision on a claim', () => {
  let story: Story;
  beforeEach(() => {
    story = new Story(zone, '2026-11-23 11:00');
    story.register('app_a');
    story.claim('app_a', '2027-06-30');
    story.check('app_a');
  });

  it('grants it until the day claimed: the app is attested, and told', () => {
    decide(story, {});
    expect(exemption(story)).toMatchObject({ state: 'granted', endsOn: '2027-06-30', decidedBy: 'per_am' });
    expect(story.local(exemption(story).endsAt)).toBe('2027-07-01 00:00');
    expect(story.app('app_a').standing).toBe('active');
    expect(story.mails('2026-11-23')).toEqual([
      '2026-11-23 11:00 invitation invitation',
      '2026-11-23 11:00 exemption-granted exemption',
      '2026-11-23 11:00 accepted accepted',
    ]);
  });

  it('may shorten it, never lengthen it, never into the past', () => {
    expect(() => decide(story, { untilOn: '2027-07-01' })).toThrow(
      expect.objectContaining({ code: 'exemption.too-long' }),
    );
    expect(() => decide(story, { untilOn: '2026-11-23' })).toThrow(
      expect.objectContaining({ code: 'exemption.end-past' }),
    );
    decide(story, { untilOn: '2027-03-31' });
    expect(exemption(story)).toMatchObject({ state: 'granted', askedUntilOn: '2027-06-30', endsOn: '2027-03-31' });
  });

  it('is never the asker’s', () => {
    expect(() => decide(story, {}, 'per_signatory')).toThrow(
      expect.objectContaining({ code: 'review.own-submission' }),
    );
  });

  it('refuses it with the return of its item, in the reviewer’s words', () => {
    decide(story, { outcome: 'return', reasonCode: 'exemption-not-granted', reason: 'Section 7 is about the police.' });
    const ended = story.told.flatMap(({ decision }) => (decision.type === 'exemption.refused' ? decision.changes : []));
    expect(ended[0]?.row).toMatchObject({ state: 'refused', decisionReason: 'Section 7 is about the police.' });
    expect(asked(story)).toContain('onboarding consent returned');
    expect(story.state.exemptions).toHaveLength(0);
  });

  it('names a day for nothing that claims none: refused', () => {
    const { id } = story.submission('app_a');
    const law = story.state.requirements.find((row) => row.obligation === 'law');
    const items = [{ requirementId: law?.id ?? 'req_none', outcome: 'accept' as const, untilOn: '2027-03-31' }];
    expect(() => story.give({ type: 'review.decided', actor: staff(), submissionId: id, items })).toThrow(
      expect.objectContaining({ code: 'exemption.not-claimed' }),
    );
  });
});

describe('its end', () => {
  it('is told thirty days before, comes with its day, and asks again with thirty days and a ladder', () => {
    const story = exemptUntil('2027-06-30').until('2027-09-01 00:00');
    expect(story.mails('2027-05-01')).toEqual([
      '2027-05-31 10:00 exemption-ending exemption-ending',
      '2027-07-01 00:00 exemption-ended exemption-ended',
      '2027-07-16 10:00 reminder -14',
      '2027-07-23 10:00 reminder -7',
      '2027-07-27 10:00 reminder -3',
      '2027-07-29 10:00 reminder -1',
      '2027-07-30 10:00 reminder 0',
      '2027-07-31 10:00 formal-notice +1',
      '2027-08-02 10:00 reminder +3',
      '2027-08-06 10:00 reminder +7',
      '2027-08-09 10:00 reminder +10',
      '2027-08-12 10:00 reminder +13',
      '2027-08-15 10:00 restricted restricted',
      '2027-08-24 10:00 final-notice +25',
      '2027-08-31 10:00 suspended suspended',
    ]);
    expect(story.key('key_a')).toBe('suspended');
    const [cycle] = story.state.cycles;
    expect(cycle).toMatchObject({ kind: 'campaign', dueOn: '2027-07-30' });
    expect(cycle?.campaign).toMatch(/^exemption:exm_/);
    expect(asked(story)).toEqual(['campaign consent open']);
    expect(story.app('app_a').coveredThroughOn).toBe('2027-07-30');
  });

  it('asks for what was exempt alone, and stating it makes everything good', () => {
    const story = exemptUntil('2027-06-30').until('2027-09-01 00:00');
    story.sign('app_a');
    story.check('app_a');
    expect(story.app('app_a')).toMatchObject({ standing: 'active', riskFlags: [], coveredThroughOn: '2027-11-23' });
    expect(story.key('key_a')).toBe('active');
    expect(story.mails('2027-09-01')).toEqual(['2027-09-01 00:00 reinstated reinstated']);
  });

  it('leaves the risks of what is not asked as they were', () => {
    const story = new Story(zone, '2026-11-23 11:00');
    story.register('app_a');
    const claim = {
      obligation: 'consent',
      statute: 'Act',
      jurisdiction: 'SG',
      reason: 'r',
      endsOn: '2027-03-01',
    } as const;
    story.sign('app_a', ['face-data', 'exemption-claimed'], [claim]);
    story.check('app_a');
    story.review('app_a');
    story.until('2027-03-03 10:00');
    story.sign('app_a');
    story.check('app_a');
    expect(story.submission('app_a').riskFlags).toEqual(['face-data']);
    expect(story.submission('app_a').needsReview).toBe(true);
  });

  it('counts from when it was found, after an outage of ours', () => {
    const story = exemptUntil('2027-06-30').until('2027-06-20 00:00').outage('2027-07-08 15:00');
    story.tick();
    expect(story.plan('app_a').dueOn).toBe('2027-08-07');
  });

  it('may be claimed away anew', () => {
    const story = exemptUntil('2027-06-30').until('2027-07-10 10:00');
    story.claim('app_a', '2028-06-30');
    story.check('app_a');
    story.review('app_a');
    expect(story.app('app_a').standing).toBe('active');
    expect(exemption(story)).toMatchObject({ state: 'granted', endsOn: '2028-06-30' });
  });

  it('is foreseen', () => {
    const story = exemptUntil('2027-06-30');
    const ahead = forecast(story.state, story.context, story.now, story.instant('2027-08-01 00:00'));
    expect(ahead.map(({ decision }) => decision.type)).toContain('exemption.ended');
  });

  it('comes early when the vendor says so, with the same time', () => {
    const story = exemptUntil('2027-06-30').until('2027-02-03 15:00');
    const { id } = exemption(story);
    expect(() => story.give({ type: 'exemption.ended', actor: signatory, exemptionId: id, reason: 'r' })).toThrow(
      expect.objectContaining({ code: 'access.forbidden' }),
    );
    story.give({ type: 'exemption.ended', actor: staff(), exemptionId: id, reason: 'The act was repealed.' });
    expect(story.plan('app_a').dueOn).toBe('2027-03-05');
    expect(story.notice('exemption-ended').facts.exemption?.reason).toBe('The act was repealed.');
    expect(() => story.give({ type: 'exemption.ended', actor: staff(), exemptionId: id, reason: 'r' })).toThrow(
      expect.objectContaining({ code: 'exemption.not-in-force' }),
    );
  });

  it('before the first attestation is complete asks again in it, with thirty days', () => {
    const story = new Story(zone, '2026-11-23 11:00');
    story.register('app_a');
    story.claim('app_a', '2026-12-10');
    story.check('app_a');
    const { id } = story.submission('app_a');
    const items = story.state.requirements.map((row) => ({
      requirementId: row.id,
      ...(row.obligation === 'law'
        ? { outcome: 'return' as const, reasonCode: 'entity-unclear', reason: 'Which entity is it?' }
        : { outcome: 'accept' as const }),
    }));
    story.give({ type: 'review.decided', actor: staff(), submissionId: id, items });
    story.until('2026-12-12 00:00');
    expect(asked(story)).toEqual([
      'onboarding law returned',
      'onboarding notice accepted',
      'onboarding consent open',
      'onboarding rights accepted',
    ]);
    expect(story.plan('app_a').dueOn).toBe('2027-01-09');
    expect(story.app('app_a').standing).toBe('onboarding');
  });

  it('is nobody’s any more when the app retires', () => {
    const story = exemptUntil('2027-06-30');
    story.give({ type: 'app.retired', actor: signatory, appId: 'app_a', reason: 'r' });
    expect(story.times('exemption.superseded')).toHaveLength(1);
    story.until('2027-09-01 00:00');
    expect(story.times('exemption.ended')).toEqual([]);
  });
});

describe('a periodic cycle', () => {
  it('leaves out what is exempt on its due day, and says by what', () => {
    const story = exemptUntil('2027-12-31').until('2027-09-25 00:00');
    expect(asked(story)).toEqual([
      'periodic law open',
      'periodic notice open',
      'periodic consent exempt',
      'periodic rights open',
    ]);
    expect(story.state.requirements.find((row) => row.state === 'exempt')?.exemptionId).toBe(exemption(story).id);
    story.attest('app_a');
    expect(story.app('app_a').standing).toBe('active');
  });

  it('asks what is no longer exempt on its due day, and the end then asks nothing twice', () => {
    const story = exemptUntil('2027-11-01').until('2027-11-03 00:00');
    expect(asked(story)).toContain('periodic consent open');
    expect(story.state.cycles.map((cycle) => cycle.kind)).toEqual(['periodic']);
    expect(story.notice('exemption-ended').facts.dueOn).toBe('2027-11-23');
  });

  it('that met it without the exemption leaves its end nothing to ask', () => {
    const story = exemptUntil('2027-11-01').until('2027-10-01 10:00');
    story.attest('app_a');
    expect(story.times('exemption.superseded')).toHaveLength(1);
    story.until('2027-11-10 00:00');
    expect(story.app('app_a').standing).toBe('active');
  });

  it('opens beside what an end asked, and asks the rest; each is accepted by itself', () => {
    const story = exemptUntil('2027-08-31').until('2027-09-25 00:00');
    expect(asked(story)).toEqual([
      'campaign consent open',
      'periodic law open',
      'periodic notice open',
      'periodic rights open',
    ]);
    expect(story.app('app_a').standing).toBe('due');
    story.until('2027-10-02 00:00');
    expect(story.app('app_a').standing).toBe('grace');
    story.sign('app_a');
    const [campaign, periodic] = story.state.submissions;
    const green = (id: string | undefined) =>
      story.give({
        type: 'checks.completed',
        actor: { kind: 'system', id: 'checks' },
        submissionId: id as never,
        outcome: 'green',
      });
    green(campaign?.id);
    expect(story.app('app_a')).toMatchObject({ standing: 'due', coveredThroughOn: '2027-11-23' });
    green(periodic?.id);
    story.review('app_a');
    expect(story.app('app_a')).toMatchObject({ standing: 'active', coveredThroughOn: '2028-11-23', riskFlags: [] });
  });
});
