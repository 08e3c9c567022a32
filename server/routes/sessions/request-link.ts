import { requestSignInLink } from '../../../api/sessions';
import { hashOfSecret } from '../../../db/workspace/secrets';
import { normaliseEmail, requestSignInLink as request } from '../../../db/workspace/sign-in-links';
import { addressKey } from '../../limits';
import { route } from '../../route';

/** Known or not, the address is counted and answered alike. */
export const requestLinkRoute = route(requestSignInLink, async ({ body, deps, now, address, spend }) => {
  await spend('signInPerAddress', addressKey(address));
  await spend('signInPerEmail', hashOfSecret(normaliseEmail(body.email)));
  await request(deps.db, body.email, now);
});
