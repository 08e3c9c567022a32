import express, { type Request, type Response, Router } from 'express';
import { email as emailSchema } from '../../api/values';
import { hashOfSecret } from '../../db/workspace/secrets';
import { endSession, findSession, maySignIn, sessionLongestMs, startSession } from '../../db/workspace/sessions';
import {
  consumeSignInLink,
  findSignInLink,
  linkLifetimeMs,
  normaliseEmail,
  requestSignInLink,
} from '../../db/workspace/sign-in-links';
import { cookieOf } from '../caller';
import { cookieName, endedCookie, sessionCookie, wayCookie } from '../cookies';
import type { ServerDeps } from '../deps';
import { deviceOf } from '../device';
import { addressKey, type Limits } from '../limits';
import { refuseForeignPage } from '../same-origin';
import { confirmContacts } from '../sign-in';
import { showSignInProblems } from './problem';
import { sendConfirmed, sendConfirmStep, sendLinkForm, sendLookIntoMail, sendSignedIn } from './sign-in-pages';
import { destinationOf, fieldOf, visitOf, wayOf, withVisit } from './visit';

/** Signing in by browser. Opening a link changes nothing, for mail scanners open links too: the button uses it. */
export function signInPages(deps: ServerDeps, limits: Limits): Router {
  const { db, clock, settings } = deps;
  const { publicUrl } = settings;
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '4kb' });
  const spendOnAddress = (request: Request) => limits.spend('signInPerAddress', addressKey(request.ip ?? ''));
  const sessionOf = (request: Request) => {
    const secret = cookieOf(request, cookieName(publicUrl));
    return secret === null ? undefined : findSession(db, secret, clock.now());
  };

  router.get('/sign-in', async (request, response) => {
    const token = fieldOf(request.query, 'token');
    if (token !== '') {
      await spendOnAddress(request);
      const personId = await findSignInLink(db, token, clock.now());
      const signsIn = await maySignIn(db, personId, clock.now());
      return sendConfirmStep(request, response, settings, { token, signsIn });
    }
    if (await sessionOf(request)) return sendSignedIn(request, response, settings);
    sendLinkForm(request, response, settings);
  });

  router.post('/sign-in', form, async (request, response) => {
    refuseForeignPage(request, publicUrl);
    await spendOnAddress(request);
    const now = clock.now();
    const personId = await consumeSignInLink(db, fieldOf(request.body, 'token'), now);
    await confirmContacts(deps, personId);
    const visit = visitOf(request, publicUrl);
    if (!(await maySignIn(db, personId, now)))
      return response.redirect(303, withVisit('/sign-in/confirmed', { ...visit, wanted: null }));
    const session = await startSession(db, personId, 'browser', now, deviceOf(request.get('user-agent')));
    response.setHeader('Set-Cookie', [
      sessionCookie(publicUrl, session.secret, sessionLongestMs / 1000),
      wayCookie(publicUrl, '', 0),
    ]);
    response.redirect(303, destinationOf(visit, publicUrl));
  });

  router.get('/sign-in/confirmed', (request, response) => sendConfirmed(request, response, settings));

  router.post('/sign-in/link', form, async (request, response) => {
    refuseForeignPage(request, publicUrl);
    await spendOnAddress(request);
    const email = emailSchema.safeParse(fieldOf(request.body, 'email'));
    if (!email.success) return sendLinkForm(request, response, settings, { isFaulty: true });
    await limits.spend('signInPerEmail', hashOfSecret(normaliseEmail(email.data)));
    await requestSignInLink(db, email.data, clock.now());
    const visit = visitOf(request, publicUrl);
    response.setHeader('Set-Cookie', wayCookie(publicUrl, wayOf(visit), linkLifetimeMs / 1000));
    response.redirect(303, withVisit('/sign-in/sent', visit));
  });

  router.get('/sign-in/sent', (request, response) => sendLookIntoMail(request, response, settings));

  router.post('/sign-out', form, async (request: Request, response: Response) => {
    refuseForeignPage(request, publicUrl);
    const session = await sessionOf(request);
    if (session) await endSession(db, session.personId, session.sessionId, clock.now());
    response.setHeader('Set-Cookie', endedCookie(publicUrl));
    response.redirect(303, '/sign-in');
  });

  router.use(['/sign-in', '/sign-out'], showSignInProblems(deps, sessionOf));
  return router;
}
