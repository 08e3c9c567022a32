import { decide } from '../../../domain/lifecycle/decide';
import type { LifecycleEvent } from '../../../domain/lifecycle/events';
import { current } from '../../../domain/lifecycle/evolve';
import type { LifecycleState } from '../../../domain/lifecycle/state';
import { defaultTerms } from '../../../domain/terms';

const context = {
  terms: { ...defaultTerms, bounceWindow: 'PT0S' },
  tierTerms: { shipped: defaultTerms, versions: {} },
  calendars: {},
  catalogueVersion: '2026-11-01',
  budgetLeft: Number.POSITIVE_INFINITY,
  isHeld: false,
};
const system = { kind: 'system', id: 'test' } as const;
const now = Date.parse('2026-11-23T04:00:00Z');

function enrolled() {
  let state: LifecycleState | null = null;
  let count = 0;
  const take = (event: Omit<LifecycleEvent, 'id' | 'actor'> & Record<string, unknown>) => {
    count += 1;
    const given = { id: `evt_together${count}x`, actor: system, ...event } as unknown as LifecycleEvent;
    state = current(decide(state, given, context, now).state);
    return state;
  };
  take({
    type: 'developer.enrolled',
    developerId: 'dev_together',
    timeZone: 'Asia/Shanghai',
    country: 'CN',
    language: 'en',
  });
  const importApps = (names: string[], spreadOver?: string) =>
    take({
      type: 'app.imported',
      apps: names.map((name) => ({ appId: `app_${name}`, sdkProduct: 'native', keyIds: [] })),
      ...(spreadOver !== undefined && { spreadOver }),
    });
  return { take, importApps };
}

describe('apps that are imported together', () => {
  it('share one invitation, and each gets its due day from its delivery', () => {
    const { take, importApps } = enrolled();
    importApps(['a', 'b', 'c', 'd']);
    const [invitation, ...others] = take({ type: 'clock.ticked' }).notices;
    expect(others).toEqual([]);
    // It names each, so that nobody hears of one app and owes four.
    expect(invitation?.facts.apps.map(({ appId }) => appId)).toEqual(['app_a', 'app_b', 'app_c', 'app_d']);
    take({ type: 'notice.accepted', noticeId: invitation?.id, acceptedAt: now });
    const days = take({ type: 'clock.ticked' }).plans.map((plan) => plan.dueOn);
    expect(days).toHaveLength(4);
    expect(days).not.toContain(null);
  });

  it('come due within the window that was chosen for them', () => {
    const { take, importApps } = enrolled();
    const [invitation] = importApps(['a', 'b'], 'P7D').notices;
    take({ type: 'notice.accepted', noticeId: invitation?.id, acceptedAt: now });
    const [first, second] = take({ type: 'clock.ticked' }).plans.map((plan) => plan.dueOn ?? '');
    expect(first).toBe(second);
    // Sixty days from the delivery, and up to seven more.
    expect(first && first >= '2027-01-22' && first < '2027-01-29').toBe(true);
  });

  it('are invited by a mail of their own when the cycle has its days, however often', () => {
    const { take, importApps } = enrolled();
    const [first] = importApps(['a']).notices;
    take({ type: 'notice.accepted', noticeId: first?.id, acceptedAt: now });
    take({ type: 'clock.ticked' });
    importApps(['b', 'c']);
    const { notices } = importApps(['d', 'e']);
    expect(notices.map(({ appIds }) => appIds)).toEqual([['app_a'], ['app_b', 'app_c'], ['app_d', 'app_e']]);
    // The record refuses the same scope for the same occasion.
    expect(new Set(notices.map(({ scope, occasion }) => `${scope} ${occasion}`)).size).toBe(3);
  });
});
