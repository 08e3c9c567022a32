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

describe('apps that are imported together', () => {
  it('share one invitation, and each gets its due day from its delivery', () => {
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
    for (const app of ['a', 'b', 'c', 'd'])
      take({ type: 'app.imported', appId: `app_${app}aaa`, sdkProduct: 'native', keyIds: [] });
    const [invitation, ...others] = take({ type: 'clock.ticked' }).notices;
    expect(others).toEqual([]);
    take({ type: 'notice.accepted', noticeId: invitation?.id, acceptedAt: now });
    const days = take({ type: 'clock.ticked' }).plans.map((plan) => plan.dueOn);
    expect(days).toHaveLength(4);
    expect(days).not.toContain(null);
  });
});
