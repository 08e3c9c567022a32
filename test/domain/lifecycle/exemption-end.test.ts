import { forecast } from '../../../domain/lifecycle/forecast';
import { asked, exemption, exemptUntil, zone } from './exempt';
import { Story, signatory, staff } from './story';

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
