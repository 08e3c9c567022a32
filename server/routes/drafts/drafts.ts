import { getDraft, saveDraft } from '../../../api/drafts';
import { developerTime } from '../../../db/queries/developer-time';
import { answersAround, requirementsInForce } from '../../../db/queries/drafts';
import { validateDraft } from '../../../domain/catalogue/validate';
import { AvowError } from '../../../domain/errors';
import { preferredLanguage } from '../../accept-language';
import { route } from '../../route';
import { enterAndSave } from './enter-and-save';
import { requirementOf } from './requirement';
import { draftViewOf } from './view';

export const getDraftRoute = route(getDraft, async ({ params, deps, now, header }) => {
  const { developerId, requirementId } = params;
  const { today } = await developerTime(deps.db, deps.settings, developerId, now);
  const language = preferredLanguage(header('accept-language'));
  const requirement = await requirementOf(deps.db, developerId, requirementId);
  return draftViewOf(deps.db, developerId, requirement, { today, language });
});

export const saveDraftRoute = route(saveDraft, async (call) => {
  const { params, body, caller, deps, now, header } = call;
  const { developerId, requirementId } = params;
  const { at, today } = await developerTime(deps.db, deps.settings, developerId, now);
  const language = preferredLanguage(header('accept-language'));
  const requirement = await requirementOf(deps.db, developerId, requirementId);
  const faults = validateDraft({
    product: requirement.sdkProduct,
    obligation: requirement.obligation,
    version: requirement.catalogueVersion,
    answers: body.answers,
    otherAnswers: await answersAround(
      deps.db,
      await requirementsInForce(deps.db, developerId, [requirement.appId]),
      requirement,
    ),
    today,
    language,
  });
  if (faults.length > 0) {
    throw new AvowError(
      'answers.invalid',
      'Nothing was saved. Correct the fields named in errors; what is only unfinished may stay.',
      faults.map(({ path, message }) => ({ path: `/answers${path}`, message })),
    );
  }
  const draft = { requirementId, developerId, answers: body.answers, version: body.version, savedBy: caller.personId };
  await enterAndSave(deps, call, requirement, draft, at);
  const saved = await requirementOf(deps.db, developerId, requirementId);
  return draftViewOf(deps.db, developerId, saved, { today, language });
});
