import { confirmContact, startSession } from '../../../api/sessions';
import { iso } from '../../../api/values';
import { findSession, maySignIn, startSession as start } from '../../../db/workspace/sessions';
import { consumeSignInLink, findSignInLink } from '../../../db/workspace/sign-in-links';
import { AvowError } from '../../../domain/errors';
import { deviceOf } from '../../device';
import { addressKey } from '../../limits';
import { route } from '../../route';
import { confirmContacts } from '../../sign-in';
import { who } from './who';

export const startSessionRoute = route(startSession, async ({ body, deps, now, address, spend, header }) => {
  await spend('signInPerAddress', addressKey(address));
  // Before it is used up: somebody who only confirms can still do so with this link.
  if (!(await maySignIn(deps.db, await findSignInLink(deps.db, body.token, now), now))) {
    throw new AvowError(
      'access.forbidden',
      'This address receives mail and does not sign in. Confirm it by POST /v1/contact-confirmations.',
    );
  }
  const personId = await consumeSignInLink(deps.db, body.token, now);
  await confirmContacts(deps, personId);
  const started = await start(deps.db, personId, 'script', now, deviceOf(header('user-agent')));
  const found = await findSession(deps.db, started.secret, now);
  if (!found) throw new AvowError('access.unauthenticated', 'The account was closed in this moment.');
  return {
    sessionToken: started.secret,
    csrfToken: started.csrfToken,
    expiresAt: iso(started.expiresAt),
    ...(await who(deps, personId, found)),
  };
});

export const confirmContactRoute = route(confirmContact, async ({ body, deps, now, address, spend }) => {
  await spend('signInPerAddress', addressKey(address));
  const personId = await consumeSignInLink(deps.db, body.token, now);
  return { confirmed: await confirmContacts(deps, personId) };
});
