import { campaignDueOn } from '../../../domain/lifecycle/campaign';
import { passedOver, reachOf } from '../../../domain/lifecycle/campaign-reach';
import type { CampaignScope } from '../../../domain/lifecycle/campaigns';
import type { ObligationSlug } from '../../../domain/obligations';
import { sdkProducts } from '../../../domain/products';
import { asked } from './exempt';
import { attested, Story, staff } from './story';

const zone = 'Asia/Shanghai';
const dates = { dueAfter: 'P30D', spreadOver: 'P14D', notBeforeOn: '2027-02-01' };
const scopeOf = (obligations: ObligationSlug[], catalogueVersion = 'v1'): CampaignScope => ({
  catalogueVersion,
  obligations,
  sdkProducts,
  standings: null,
});

function campaign(story: Story, scope: CampaignScope, campaignId: `cmp_${string}` = 'cmp_a') {
  return story.give({
    type: 'campaign.asked',
    actor: staff(),
    campaignId,
    policyVersionId: 'pol_a',
    scope,
    dates,
  });
}

describe('a campaign', () => {
  it('asks an attested app the changed clause alone, by a day of its own, with the ordinary ladder', () => {
    const story = attested(zone, '2026-11-23 11:00').until('2027-03-01 09:00');
    campaign(story, scopeOf(['consent', 'notice']));
    expect(asked(story).sort()).toEqual(['campaign consent open', 'campaign notice open']);
    const [cycle] = story.state.cycles;
    expect(cycle).toMatchObject({ kind: 'campaign', campaign: 'cmp_a', catalogueVersion: 'v1' });
    const dueOn = campaignDueOn(story.state.developer, 'cmp_a', dates, story.now);
    expect(cycle?.dueOn).toBe(dueOn);
    expect(dueOn >= '2027-03-31' && dueOn <= '2027-04-13').toBe(true);
    expect(story.app('app_a')).toMatchObject({ standing: 'due', coveredThroughOn: dueOn });
    expect(story.mails('2027-03-01')).toEqual(['2027-03-01 09:00 policy-changed policy-changed']);
    story.until('2027-06-30 10:00');
    expect(story.app('app_a').standing).toBe('suspended');
    story.attest('app_a');
    expect(story.app('app_a')).toMatchObject({ standing: 'active', coveredThroughOn: '2027-11-23' });
  });

  it('leaves what is unmet in its cycle, with its older due date, and asks it in the new words', () => {
    const story = attested(zone, '2026-11-23 11:00').until('2027-10-01 09:00');
    const dueOn = story.plan('app_a').dueOn;
    campaign(story, scopeOf(['consent'], 'v2'));
    expect(asked(story).sort()).toEqual([
      'periodic consent open',
      'periodic law open',
      'periodic notice open',
      'periodic rights open',
    ]);
    const rows = story.state.requirements.map((row) => [row.obligation, row.catalogueVersion]);
    expect(rows).toContainEqual(['consent', 'v2']);
    expect(rows).not.toContainEqual(['consent', 'v1']);
    expect(story.plan('app_a').dueOn).toBe(dueOn);
    expect(story.notice('policy-changed').facts.dueOn).toBe(dueOn);
    story.attest('app_a');
    expect(story.app('app_a').standing).toBe('active');
  });

  it('says nothing where the same words are asked already', () => {
    const story = attested(zone, '2026-11-23 11:00').until('2027-10-01 09:00');
    expect(campaign(story, scopeOf(['consent']))).toEqual([]);
    expect(passedOver(reachOf(story.state, scopeOf(['consent']), '2027-11-01'))).toBe('asked-already');
  });

  it('asks once, whoever starts it again', () => {
    const story = attested(zone, '2026-11-23 11:00').until('2027-03-01 09:00');
    campaign(story, scopeOf(['consent']));
    expect(campaign(story, scopeOf(['consent']))).toEqual([]);
    expect(campaign(story, scopeOf(['consent']), 'cmp_b')).toEqual([]);
  });

  it('leaves what is under review, and a first attestation that has been half accepted, to their own way', () => {
    const reviewed = attested(zone, '2026-11-23 11:00').until('2027-10-01 09:00');
    reviewed.sign('app_a');
    expect(campaign(reviewed, scopeOf(['consent'], 'v2'))).toEqual([]);
    expect(passedOver(reachOf(reviewed.state, scopeOf(['consent'], 'v2'), '2027-11-01'))).toBe('under-review');
    const first = new Story(zone, '2026-11-23 11:00');
    first.register('app_a');
    campaign(first, scopeOf(['consent'], 'v2'));
    expect(first.state.cycles.map((cycle) => cycle.kind)).toEqual(['onboarding']);
    expect(first.state.requirements.find((row) => row.obligation === 'consent')?.catalogueVersion).toBe('v2');
  });

  it('reaches no app of another product or standing', () => {
    const story = attested(zone, '2026-11-23 11:00').until('2027-03-01 09:00');
    expect(campaign(story, { ...scopeOf(['consent']), sdkProducts: ['wechat-mini'] })).toEqual([]);
    expect(campaign(story, { ...scopeOf(['consent']), standings: ['grace'] })).toEqual([]);
    expect(passedOver(reachOf(story.state, { ...scopeOf(['consent']), standings: ['grace'] }, '2027-04-01'))).toBe(
      'no-app',
    );
  });

  it('speaks for the periodic cycle where it asks everything: no plan is opened that asks nothing', () => {
    const story = attested(zone, '2026-11-23 11:00').until('2027-09-20 09:00');
    campaign(story, scopeOf(['law', 'notice', 'consent', 'rights']));
    story.until('2027-09-25 10:00');
    expect(story.state.plans.filter((plan) => plan.closedAt === null)).toHaveLength(1);
    expect(story.state.developer.nextDueOn).toBe('2028-11-23');
    story.attest('app_a');
    expect(story.app('app_a')).toMatchObject({ standing: 'active', coveredThroughOn: '2028-11-23' });
  });

  it('gives nobody a day before the policy holds, and a cohort never one common day', () => {
    const now = Date.parse('2026-12-01T02:00:00Z');
    const days = Array.from({ length: 200 }, (_, index) =>
      campaignDueOn({ id: `dev_${index}`, timeZone: zone }, 'cmp_a', dates, now),
    );
    expect(Math.min(...days.map((day) => Date.parse(day)))).toBe(Date.parse('2027-02-01'));
    const most = Math.max(...[...new Set(days)].map((day) => days.filter((other) => other === day).length));
    expect(new Set(days).size).toBe(14);
    expect(most).toBeLessThan(200 / 5);
  });
});
