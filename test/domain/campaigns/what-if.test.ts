import { whatIf } from '../../../domain/campaigns/what-if';
import type { EventOf } from '../../../domain/lifecycle/events';
import { sdkProducts } from '../../../domain/products';
import { attested, type Story, staff } from '../lifecycle/story';

const day = 86_400_000;
const asking: EventOf<'campaign.asked'> = {
  id: 'evt_whatif',
  type: 'campaign.asked',
  actor: staff(),
  campaignId: 'cmp_a',
  policyVersionId: 'pol_a',
  scope: { catalogueVersion: 'v1', obligations: ['consent'], sdkProducts, standings: null },
  dates: { dueAfter: 'P30D', spreadOver: 'P14D', notBeforeOn: '2027-02-01' },
};
const attestedInMarch = () => attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-03-01 09:00');
const guess = (story: Story, signedAfterDueMs: number | null, event = asking) =>
  whatIf(story.state, event, story.context, story.now, signedAfterDueMs);
const mailDays = (story: Story, since: string) =>
  story
    .mails(since)
    .filter((mail) => !/ accepted | reinstated /.test(mail))
    .map((mail) => mail.slice(0, 10));

describe('what a campaign would do to a developer', () => {
  it('is what then happens to who does nothing', () => {
    const story = attestedInMarch();
    const { dueOn, notAtAll, passedOver } = guess(story, null);
    expect(passedOver).toBeNull();
    story.give(asking);
    story.until('2027-07-01 00:00');
    expect(story.state.cycles[0]?.dueOn).toBe(dueOn);
    expect(notAtAll.mailsOn).toEqual(story.mails('2027-03-01').map((mail) => mail.slice(0, 10)));
    expect(notAtAll.lapsedOn).toBe(story.times('cycle.lapsed').at(-1)?.slice(0, 10));
    expect(notAtAll.restrictedOn).toBe(story.times('app.restricted').at(-1)?.slice(0, 10));
    expect(notAtAll.suspendedOn).toBe(story.times('suspension.opened').at(-1)?.slice(0, 10));
    expect(guess(attestedInMarch(), null).asLastTime).toEqual(notAtAll);
  });

  it('is what then happens to who signs as early as the last time', () => {
    const story = attestedInMarch();
    const { asLastTime } = guess(story, -10 * day);
    story.give(asking);
    story.until(`${asLastTime.signedOn} 23:59`);
    story.attest('app_a');
    expect(asLastTime).toMatchObject({ lapsedOn: null, suspendedOn: null, reviews: 0 });
    expect(asLastTime.mailsOn.slice(0, -1)).toEqual(mailDays(story, '2027-03-01'));
  });

  it('counts the reviews: answers of higher risk go to a person', () => {
    const story = attestedInMarch();
    story.state = { ...story.state, apps: story.state.apps.map((app) => ({ ...app, riskFlags: ['face-data'] })) };
    expect(guess(story, -10 * day).asLastTime.reviews).toBe(1);
  });

  it('lets who was late lapse again, and writes nothing', () => {
    const story = attestedInMarch();
    const before = structuredClone(story.state);
    const { asLastTime, notAtAll } = guess(story, 5 * day);
    expect(asLastTime.lapsedOn).toBe(notAtAll.lapsedOn);
    expect(asLastTime.restrictedOn).toBeNull();
    expect(story.state).toEqual(before);
  });

  it('says why nothing would be asked', () => {
    const story = attestedInMarch();
    const other = { ...asking, scope: { ...asking.scope, sdkProducts: ['wechat-mini' as const] } };
    expect(guess(story, null, other)).toMatchObject({ passedOver: 'no-app', dueOn: null, notAtAll: { mailsOn: [] } });
    story.give({ type: 'developer.offboarded', actor: staff(), reason: 'They leave.' });
    expect(guess(story, null)).toMatchObject({ passedOver: 'offboarded' });
  });
});
