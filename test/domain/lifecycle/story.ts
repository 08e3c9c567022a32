import type { AppId, NoticeId } from '../../../domain/ids';
import type { Context } from '../../../domain/lifecycle/context';
import { decide } from '../../../domain/lifecycle/decide';
import type { Decision, DecisionType } from '../../../domain/lifecycle/decisions';
import type { LifecycleEvent } from '../../../domain/lifecycle/events';
import { current } from '../../../domain/lifecycle/evolve';
import type { ClaimedExemption } from '../../../domain/lifecycle/exemptions';
import { nextWake } from '../../../domain/lifecycle/next-wake';
import type { App, LifecycleState, Plan, RiskFlag } from '../../../domain/lifecycle/state';
import { obligations } from '../../../domain/obligations';
import { defaultTerms } from '../../../domain/terms';
import { dayNumber, instantAt } from './calendar-of-tests';

type Unsent = LifecycleEvent extends infer Event ? (Event extends LifecycleEvent ? Omit<Event, 'id'> : never) : never;

export const signatory = { kind: 'person', id: 'per_signatory' } as const;
export const staff = (id: `per_${string}` = 'per_am') => ({ kind: 'staff', id, role: 'am' }) as const;

/** A developer's life told step by step: events happen at local times, mail is delivered at once unless told otherwise. */
export class Story {
  state: LifecycleState;
  now: number;
  context: Context = {
    terms: { ...defaultTerms, sampleShare: 0 },
    tierTerms: { shipped: defaultTerms, versions: {} },
    calendars: {},
    catalogueVersion: 'v1',
    budgetLeft: Number.POSITIVE_INFINITY,
    isHeld: false,
  };
  /** All that was decided, as `local time` and decision. */
  readonly told: { at: string; decision: Decision }[] = [];
  isMailDelivered = true;
  private count = 0;

  constructor(
    readonly zone: string,
    startsAt: string,
    country = zone === 'Asia/Shanghai' ? 'CN' : 'US',
  ) {
    this.now = this.instant(startsAt);
    this.state = undefined as unknown as LifecycleState;
    this.give({
      type: 'developer.enrolled',
      actor: { kind: 'system', id: 'test' },
      developerId: 'dev_a',
      timeZone: zone,
      country,
      language: 'en',
    });
  }

  /** `2027-03-14 10:00` in the developer's zone. */
  instant(local: string): number {
    const [on = '', time = '00:00'] = local.split(' ');
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return instantAt(dayNumber(on), hours + minutes / 60, this.zone);
  }

  local(instant: number | null | undefined): string {
    if (instant == null) return 'never';
    return new Date(instant).toLocaleString('sv-SE', { timeZone: this.zone }).slice(0, 16);
  }

  /** Gives one event to the decider now. */
  give(event: Unsent): Decision[] {
    this.count += 1;
    const id = `evt_${this.count.toString(36).padStart(4, '0')}` as const;
    const decided = decide(this.state ?? null, { ...event, id }, this.context, this.now);
    this.state = current(decided.state);
    this.told.push(...decided.decisions.map((decision) => ({ at: this.local(this.now), decision })));
    if (this.isMailDelivered) this.deliver();
    return decided.decisions;
  }

  /** Receiving servers take all that is queued. */
  deliver(): void {
    for (const { id } of this.state.notices.filter((row) => row.state === 'queued')) {
      this.give({ type: 'notice.accepted', actor: { kind: 'system', id: 'mail' }, noticeId: id, acceptedAt: this.now });
    }
  }

  bounce(noticeId: NoticeId): void {
    this.give({ type: 'notice.bounced', actor: { kind: 'system', id: 'mail' }, noticeId, detail: 'unknown user' });
  }

  tick(): Decision[] {
    return this.give({ type: 'clock.ticked', actor: { kind: 'clock', id: 'clock' } });
  }

  /** Lets the clock run, punctually, up to this local time. */
  until(local: string): this {
    const end = this.instant(local);
    for (;;) {
      const wake = nextWake(this.state, this.context);
      if (wake === null || wake.at > end) break;
      this.now = Math.max(this.now, wake.at);
      this.tick();
    }
    this.now = end;
    return this;
  }

  /** Nothing of ours runs until this local time. */
  outage(local: string): this {
    this.now = this.instant(local);
    return this;
  }

  register(appId: AppId): void {
    this.give({ type: 'app.registered', actor: signatory, apps: [{ appId, sdkProduct: 'native' }] });
  }

  import(appId: AppId): void {
    const app = { appId, sdkProduct: 'native', keyIds: [`key_${appId.slice(4)}`] } as const;
    this.give({ type: 'app.imported', actor: staff(), apps: [app] });
  }

  sign(appId: AppId, riskFlags: RiskFlag[] = [], exemptions?: ClaimedExemption[]): void {
    const statements = obligations.map((obligation) => ({ obligation, statementId: `stm_${obligation}` as const }));
    this.give({
      type: 'submission.signed',
      actor: signatory,
      signatureId: 'sig_a',
      apps: [{ appId, statements, riskFlags, ...(exemptions && { exemptions }) }],
    });
  }

  /** Signed, with an exemption from the consent of end users claimed until this day. */
  claim(appId: AppId, endsOn: string): void {
    const claim = { statute: 'Example Act, section 7', jurisdiction: 'SG', reason: 'It is a public body.', endsOn };
    this.sign(appId, ['exemption-claimed'], [{ obligation: 'consent', ...claim }]);
  }

  check(appId: AppId, outcome: 'green' | 'amber' | 'red' = 'green'): void {
    this.give({
      type: 'checks.completed',
      actor: { kind: 'system', id: 'checks' },
      submissionId: this.submission(appId).id,
      outcome,
    });
  }

  review(appId: AppId, outcome: 'accept' | 'return' = 'accept'): void {
    const { id } = this.submission(appId);
    const rows = this.state.requirements.filter((row) => row.submissionId === id && row.state === 'submitted');
    const reasons = outcome === 'return' ? { reasonCode: 'notice.no-vendor', reason: 'The vendor is not named.' } : {};
    const items = rows.map((row) => ({ requirementId: row.id, outcome, ...reasons }));
    this.give({ type: 'review.decided', actor: staff(), submissionId: id, items });
  }

  /** Signed, checked and accepted. */
  attest(appId: AppId): void {
    this.sign(appId);
    this.check(appId);
    if (this.state.submissions.some((row) => row.appId === appId && row.answeredAt === null)) this.review(appId);
  }

  issueKey(keyId: `key_${string}`, appId: AppId, environment: 'live' | 'test' = 'live'): void {
    this.give({ type: 'key.issued', actor: signatory, keyId, appId, environment });
  }

  submission(appId: AppId) {
    return found(
      this.state.submissions.filter((row) => row.appId === appId && row.answeredAt === null).at(-1),
      'submission',
    );
  }

  app(appId: AppId): App {
    return found(
      this.state.apps.find((row) => row.id === appId),
      'app',
    );
  }

  plan(appId: AppId): Plan {
    return found(
      this.state.plans.find((row) => row.appId === appId && row.closedAt === null),
      'plan',
    );
  }

  notice(template: string) {
    return found(this.state.notices.filter((row) => row.template === template).at(-1), template);
  }

  /** The last notice of a template that was ever queued, as it then was. */
  queued(template: string) {
    const changes = this.told.flatMap(({ decision }) => (decision.type === 'notice.queued' ? decision.changes : []));
    const rows = changes.flatMap((change) => (change.collection === 'notices' ? [change.row] : []));
    return found(
      rows.findLast((row) => row.template === template),
      template,
    );
  }

  key(keyId: string): string | undefined {
    return this.state.keys.find((row) => row.id === keyId)?.state;
  }

  /** When decisions of these types were made, local time. */
  times(...types: DecisionType[]): string[] {
    return this.told
      .filter(({ decision }) => types.includes(decision.type))
      .map(({ at, decision }) => `${at} ${decision.type}`);
  }

  /** The mails to the developer, as local time, template and rung. */
  mails(since = ''): string[] {
    return this.told
      .filter(
        ({ at, decision }) => at >= since && decision.type === 'notice.queued' && decision.data['template'] !== 'task',
      )
      .map(({ at, decision }) => `${at} ${String(decision.data['template'])} ${String(decision.data['rung'])}`);
  }
}

function found<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw new Error(`there is no ${what}`);
  return row;
}

/** A developer in good standing: one registered app, attested on the day, with a live key. */
export function attested(zone: string, startsAt: string, country?: string): Story {
  const story = new Story(zone, startsAt, country);
  story.register('app_a');
  story.attest('app_a');
  story.issueKey('key_a', 'app_a');
  return story;
}
