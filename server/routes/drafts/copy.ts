import { copyDraft } from '../../../api/drafts';
import { developerTime } from '../../../db/queries/developer-time';
import {
  type AskedRequirement,
  answersAround,
  isOutstanding,
  requirementsInForce,
  statedAnswers,
} from '../../../db/queries/drafts';
import { draftClosed } from '../../../db/workspace/drafts';
import type { Answers, AnswersByObligation } from '../../../domain/catalogue/condition';
import { validateDraft } from '../../../domain/catalogue/validate';
import { notFound } from '../../problems';
import { route } from '../../route';
import { enterAndSave } from './enter-and-save';
import { requirementOf } from './requirement';

export const copyDraftRoute = route(copyDraft, async ({ params, body, caller, actor, deps, now, newId }) => {
  const { developerId, requirementId } = params;
  const { at, today } = await developerTime(deps.db, deps.settings, developerId, now);
  const source = await requirementOf(deps.db, developerId, requirementId);
  const inForce = await requirementsInForce(deps.db, developerId, body.toAppIds);
  // Every target is looked up before any is written: a wrong one changes nothing.
  const targets = body.toAppIds.map((appId) => targetOf(inForce, source, appId));
  const items = [];
  for (const target of targets) {
    const otherAnswers = await answersAround(deps.db, inForce, target);
    const given = source.draftAnswers ?? statedAnswers(source) ?? {};
    const { answers, leftOut } = fitting(given, target, otherAnswers, today);
    const version = target.draftVersion ?? 0;
    const draft = {
      requirementId: target.id,
      developerId,
      answers: { ...target.draftAnswers, ...answers },
      version,
      savedBy: caller.personId,
    };
    await enterAndSave(deps, { actor, eventId: newId('evt') }, target, draft, at);
    items.push({ appId: target.appId, requirementId: target.id, version: version + 1, leftOut });
  }
  return { items };
});

function targetOf(inForce: readonly AskedRequirement[], source: AskedRequirement, appId: string): AskedRequirement {
  const ofApp = inForce.filter((row) => row.appId === appId && row.obligation === source.obligation);
  const target = ofApp.findLast(isOutstanding);
  if (target && target.id !== source.id) return target;
  const [closed] = ofApp;
  if (closed && closed.id !== source.id) throw draftClosed(closed.state);
  throw notFound('app with this obligation');
}

/** The answers that the target's fields take as they are. */
function fitting(
  answers: Answers,
  target: AskedRequirement,
  otherAnswers: AnswersByObligation,
  today: string,
): { answers: Answers; leftOut: string[] } {
  const { sdkProduct: product, obligation, catalogueVersion: version } = target;
  const faults = validateDraft({ product, obligation, version, answers, otherAnswers, today });
  const leftOut = Object.keys(answers).filter((slug) =>
    faults.some(({ path }) => path === `/${slug}` || path.startsWith(`/${slug}/`)),
  );
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([slug]) => !leftOut.includes(slug))),
    leftOut,
  };
}
