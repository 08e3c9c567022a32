import { dayOf } from '../calendar/zoned';
import { AvowError } from '../errors';
import type { AppId } from '../ids';
import { appealablesOf, stillStands } from './appealable';
import type { Appeal, Appealable } from './appeals';
import type { EventOf } from './events';
import { queueNotice } from './notice';
import type { NoticeFacts } from './notices';
import type { Plan } from './state';
import { resumeUnlessOwed, stopPlan } from './stopped-clock';
import { endOfWorkingDay } from './submission';
import { closeTasks, openTask } from './task';
import { put, record, rowOf, type Work } from './work';

/** The developer appeals against a decision, once, within the terms' time. What has not happened yet waits for the answer. */
export function appealFiled(work: Work, event: EventOf<'appeal.filed'>): void {
  if (event.actor.kind !== 'person')
    throw new AvowError('access.forbidden', 'Only people of the developer appeal for it.');
  const against = appealableNow(work, event);
  const words = wordsOf(event.words);
  const appeal: Appeal = {
    id: work.newId('apl'),
    appId: against.appId,
    against: against.against,
    subject: against.subject,
    decision: against.decision,
    subjectDecidedAt: against.decidedAt,
    subjectDeciders: against.deciders,
    planId: against.planId,
    words,
    evidenceIds: [...event.evidenceIds],
    filedAt: work.now,
    filedBy: event.actor.id,
    state: 'open',
    subjectEndedAt: against.endedAt,
    firstAnswerDueAt: endOfWorkingDay(work, work.context.terms.appealFirstAnswerWorkingDays),
    firstAnsweredAt: null,
    firstAnsweredBy: null,
    firstAnswer: null,
    decisionDueAt: endOfWorkingDay(work, work.context.terms.appealDecisionWorkingDays),
    firstLateToldAt: null,
    decisionLateToldAt: null,
    decidedAt: null,
    decidedBy: null,
    reason: null,
  };
  record(
    work,
    'appeal.filed',
    appeal.id,
    {
      why: `the developer appeals against a ${appeal.against}`,
      rule: 'clock-stops',
      data: { against: appeal.against, subject: appeal.subject, planId: appeal.planId },
    },
    [put('appeals', appeal)],
  );
  const plan = openPlanOf(work, appeal);
  if (plan) stopPlan(work, plan, 'appeal');
  openTask(work, 'appeal', appeal.id, 'am');
  tellOfAppeal(work, appeal, 'appeal-received', null);
}

function appealableNow(work: Work, event: EventOf<'appeal.filed'>): Appealable {
  const found = appealablesOf(work.state, work.context).find(
    (row) => row.against === event.against && row.subject === event.subject,
  );
  if (!found)
    throw new AvowError(
      'resource.not-found',
      'There is no such decision that can be appealed against. The list of what can be names them.',
    );
  const former = work.state.appeals.find((row) => row.subject === found.subject && row.decision === found.decision);
  if (former)
    throw new AvowError(
      'appeal.already-filed',
      `There is one appeal for each decision, and this one is ${former.state}.`,
      [],
      { appealId: former.id, state: former.state },
    );
  if (dayOf(work.now, work.state.developer.timeZone) > found.untilOn)
    throw new AvowError(
      'appeal.too-late',
      `Appeals against this were taken until ${found.untilOn}. Attesting still lifts what it brought about.`,
      [],
      { untilOn: found.untilOn },
    );
  return found;
}

/** The first answer: who looks into it and what comes next. The clock stands on until it is decided. */
export function appealAcknowledged(work: Work, event: EventOf<'appeal.acknowledged'>): void {
  const appeal = openAppeal(work, event.appealId);
  if (event.actor.kind !== 'staff') throw new AvowError('access.forbidden', 'Only staff answer an appeal.');
  if (appeal.firstAnsweredAt !== null)
    throw new AvowError('appeal.already-acknowledged', 'Somebody has given the first answer already. Decide it next.');
  const firstAnswer = wordsOf(event.words);
  const acknowledged: Appeal = {
    ...appeal,
    firstAnsweredAt: work.now,
    firstAnsweredBy: event.actor.id,
    firstAnswer,
  };
  record(work, 'appeal.acknowledged', appeal.id, { why: 'the vendor gives the first answer' }, [
    put('appeals', acknowledged),
  ]);
  if (appeal.decisionLateToldAt === null) closeTasks(work, ['appeal-late'], appeal.id, 'the first answer was given');
  tellOfAppeal(work, acknowledged, 'appeal-acknowledged', firstAnswer);
}

/** The developer takes the appeal back; the clock runs on. It stays the one appeal against its decision. */
export function appealWithdrawn(work: Work, event: EventOf<'appeal.withdrawn'>): void {
  const appeal = openAppeal(work, event.appealId);
  withdraw(work, appeal, 'the developer took it back');
  resumeAfter(work, appeal);
}

/** Appeals about an app that has left: nothing they could restore is there any more. */
export function withdrawAppeals(work: Work, appId: AppId, why: string): void {
  for (const appeal of work.state.appeals) {
    if (appeal.appId === appId && appeal.state === 'open') withdraw(work, appeal, why);
  }
}

function withdraw(work: Work, appeal: Appeal, why: string): void {
  record(work, 'appeal.withdrawn', appeal.id, { why }, [
    put('appeals', { ...appeal, state: 'withdrawn', decidedAt: work.now }),
  ]);
  closeTasks(work, ['appeal', 'appeal-late'], appeal.id, 'the appeal was withdrawn');
}

/** Appeals past their terms: the lead hears when the first answer is late, and again when the decision is. */
export function attendAppeals(work: Work): void {
  for (const { id } of work.state.appeals.filter((row) => row.state === 'open')) {
    const appeal = rowOf(work, 'appeals', id);
    const isFirstLate =
      appeal.firstAnsweredAt === null && appeal.firstLateToldAt === null && appeal.firstAnswerDueAt <= work.now;
    const isDecisionLate = appeal.decisionLateToldAt === null && appeal.decisionDueAt <= work.now;
    if (!isFirstLate && !isDecisionLate) continue;
    const why = isDecisionLate ? 'the decision of the appeal is late' : 'the first answer to the appeal is late';
    record(work, 'appeal.late', id, { why, rule: 'clock-stops' }, [
      put('appeals', {
        ...appeal,
        firstLateToldAt: isFirstLate ? work.now : appeal.firstLateToldAt,
        decisionLateToldAt: isDecisionLate ? work.now : appeal.decisionLateToldAt,
      }),
    ]);
    closeTasks(work, ['appeal-late'], id, 'more of the answer is late now');
    openTask(work, 'appeal-late', id, 'lead');
  }
}

/** Remembers when what an open appeal is against ended by other means: it is answered all the same, and its record ends there. */
export function overtakeAppeals(work: Work): void {
  for (const appeal of work.state.appeals) {
    if (appeal.state !== 'open' || appeal.subjectEndedAt !== null || stillStands(work.state, appeal)) continue;
    record(work, 'appeal.overtaken', appeal.id, { why: `the ${appeal.against} it is against has ended meanwhile` }, [
      put('appeals', { ...appeal, subjectEndedAt: work.now }),
    ]);
  }
}

/** An appeal that waits for its answer. Throws when there is none, or it was answered. */
export function openAppeal(work: Work, id: string): Appeal {
  const appeal = work.state.appeals.find((row) => row.id === id);
  if (!appeal) throw new AvowError('resource.not-found', 'There is no such appeal.');
  if (appeal.state !== 'open')
    throw new AvowError(
      'appeal.already-decided',
      `This appeal is ${appeal.state} already. Reload to see the decision.`,
      [],
      { state: appeal.state },
    );
  return appeal;
}

/** What somebody has to say of it, without the blanks around. */
export function wordsOf(words: string): string {
  const said = words.trim();
  if (said === '')
    throw new AvowError('appeal.words-missing', 'Say why, in a sentence or more: the other side reads it.', [
      { path: '/words', message: 'Give your reasons.' },
    ]);
  return said;
}

/** The plan that stands still for an appeal, while it is open itself. */
export function openPlanOf(work: Work, appeal: Appeal): Plan | undefined {
  return work.state.plans.find((plan) => plan.id === appeal.planId && plan.closedAt === null);
}

/** The appeal is answered: its plan runs again, unless the vendor owes another answer. */
export function resumeAfter(work: Work, appeal: Appeal): void {
  const plan = openPlanOf(work, appeal);
  if (plan?.stoppedBy === 'appeal') resumeUnlessOwed(work, plan);
}

/** Tells the developer where their appeal stands. */
export function tellOfAppeal(
  work: Work,
  appeal: Appeal,
  template: 'appeal-received' | 'appeal-acknowledged' | 'appeal-upheld' | 'appeal-dismissed',
  words: string | null,
): void {
  const { timeZone } = work.state.developer;
  const plan = openPlanOf(work, appeal);
  const facts: NonNullable<NoticeFacts['appeal']> = {
    against: appeal.against,
    filedOn: dayOf(appeal.filedAt, timeZone),
    // The last moment of a day belongs to that day.
    firstAnswerDueOn: dayOf(appeal.firstAnswerDueAt - 1, work.context.terms.vendor.timeZone),
    decisionDueOn: dayOf(appeal.decisionDueAt - 1, work.context.terms.vendor.timeZone),
    ...(words !== null && { words }),
  };
  queueNotice(work, {
    template,
    plans: plan ? [plan] : [],
    apps: plan ? [] : [rowOf(work, 'apps', appeal.appId)],
    rung: template,
    occasion: appeal.id,
    audience: ['signatory', 'preparer'],
    facts: { appeal: facts },
    why: 'the developer hears where the appeal stands',
  });
}
