import { endSession, getSession, listSessions, revokeSession } from '../../../api/sessions';
import { iso } from '../../../api/values';
import { endSession as end, listSessions as list } from '../../../db/workspace/sessions';
import { endedCookie } from '../../cookies';
import { notFound } from '../../problems';
import { answer, route } from '../../route';
import { who } from './who';

export const getSessionRoute = route(getSession, async ({ caller, deps }) => ({
  id: caller.sessionId,
  via: caller.via,
  csrfToken: caller.csrfToken,
  expiresAt: iso(caller.expiresAt),
  isEmbedded: deps.lifecycle.isEmbedded,
  ...(await who(deps, caller.personId, caller)),
}));

export const endSessionRoute = route(endSession, async ({ caller, deps, now }) => {
  await end(deps.db, caller.personId, caller.sessionId, now);
  return answer(204, undefined, { 'Set-Cookie': endedCookie(deps.settings.publicUrl) });
});

export const listSessionsRoute = route(listSessions, async ({ caller, deps, now }) => {
  const sessions = await list(deps.db, caller.personId, now);
  return {
    items: sessions.map(({ id, client, browser, operatingSystem, createdAt, lastUsedAt, expiresAt }) => ({
      id,
      client,
      browser,
      operatingSystem,
      isCurrent: id === caller.sessionId,
      createdAt: iso(createdAt),
      lastUsedAt: iso(lastUsedAt),
      expiresAt: iso(expiresAt),
    })),
  };
});

export const revokeSessionRoute = route(revokeSession, async ({ params, caller, deps, now }) => {
  if (!(await end(deps.db, caller.personId, params.sessionId, now))) throw notFound('session');
});
