import { getSigning } from '../../../api/submissions';
import { developerTime } from '../../../db/queries/developer-time';
import { route } from '../../route';
import { signingDelegation } from './capacity';
import { prepare } from './prepare';

export const getSigningRoute = route(getSigning, async ({ params, query, caller, deps, now }) => {
  const { developerId } = params;
  const time = await developerTime(deps.db, deps.settings, developerId, now);
  const language = query.language ?? time.language;
  const appIds = query.appIds && [...new Set(query.appIds)];
  const delegation = signingDelegation(caller, developerId);
  const prepared = await prepare(deps.db, { developerId, appIds, language, today: time.today, delegation });
  return {
    language,
    isReady: prepared.faults.length === 0,
    words: prepared.words,
    apps: prepared.apps.map((app) => ({
      appId: app.appId,
      name: app.name,
      sdkProduct: app.statements[0]?.requirement.sdkProduct ?? 'native',
      isReady: app.faults.length === 0,
      statements: app.statements.map(({ requirement, title, clauses, text, answers }) => ({
        requirementId: requirement.id,
        obligation: requirement.obligation,
        catalogueVersion: requirement.catalogueVersion,
        title: title[language],
        clauses: [...clauses],
        text,
        answers: { ...answers },
        draftVersion: requirement.draftVersion ?? 0,
      })),
    })),
    missing: prepared.faults,
  };
});
