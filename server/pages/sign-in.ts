import express, { type ErrorRequestHandler, type Response, Router } from 'express';
import { email as emailSchema } from '../../api/values';
import { hashOfSecret } from '../../db/workspace/secrets';
import { endSession, findSession, maySignIn, sessionLongestMs, startSession } from '../../db/workspace/sessions';
import { consumeSignInLink, findSignInLink, normaliseEmail, requestSignInLink } from '../../db/workspace/sign-in-links';
import { cookieOf } from '../caller';
import { cookieName, endedCookie, sessionCookie } from '../cookies';
import type { ServerDeps } from '../deps';
import { addressKey, type Limits } from '../limits';
import { problemKinds, refusalOf } from '../problems';
import { refuseForeignPage } from '../same-origin';
import { confirmContacts } from '../sign-in';
import { html } from './html';
import { sendPage } from './layout';

/** Signing in by browser. Opening a link changes nothing, for mail scanners open links too: the button uses it. */
export function signInPages(deps: ServerDeps, limits: Limits): Router {
  const { db, clock, settings } = deps;
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '4kb' });
  const field = (body: unknown, name: string): string => {
    const value = (body as Record<string, unknown> | undefined)?.[name];
    return typeof value === 'string' && !/\0|\p{Surrogate}/u.test(value) ? value : '';
  };

  router.get('/sign-in', async (request, response) => {
    const { token } = request.query;
    if (typeof token !== 'string') return askForLink(response);
    await limits.spend('signInPerAddress', addressKey(request.ip ?? ''));
    await findSignInLink(db, token, clock.now());
    sendPage(
      response,
      'Sign in',
      html`<p>This signs you in on this device and confirms that the address is yours.</p>
<form method="post" action="/sign-in"><input type="hidden" name="token" value="${token}"><button>Sign in</button></form>
<p>Before you do, you can read <a href="/privacy">what Avow keeps about you</a>.</p>`,
    );
  });

  router.post('/sign-in', form, async (request, response) => {
    refuseForeignPage(request, settings.publicUrl);
    await limits.spend('signInPerAddress', addressKey(request.ip ?? ''));
    const now = clock.now();
    const personId = await consumeSignInLink(db, field(request.body, 'token'), now);
    await confirmContacts(deps, personId);
    if (!(await maySignIn(db, personId, now))) {
      return sendPage(
        response,
        'Your address is confirmed',
        html`<p>Thank you. Mails will reach you here. As a contact who only receives mail you do not need to sign in.</p>`,
      );
    }
    const session = await startSession(db, personId, 'browser', now);
    response.setHeader('Set-Cookie', sessionCookie(settings.publicUrl, session.secret, sessionLongestMs / 1000));
    response.redirect(303, '/');
  });

  router.post('/sign-in/link', form, async (request, response) => {
    refuseForeignPage(request, settings.publicUrl);
    await limits.spend('signInPerAddress', addressKey(request.ip ?? ''));
    const email = emailSchema.safeParse(field(request.body, 'email'));
    if (!email.success) return askForLink(response, 'Write a mail address like name@example.com.');
    await limits.spend('signInPerEmail', hashOfSecret(normaliseEmail(email.data)));
    await requestSignInLink(db, email.data, clock.now());
    sendPage(
      response,
      'Look into your mail',
      html`<p>If this address is known here, a link is on its way. It works once and for 15 minutes.</p>`,
      { status: 202 },
    );
  });

  router.post('/sign-out', form, async (request, response) => {
    refuseForeignPage(request, settings.publicUrl);
    const secret = cookieOf(request, cookieName(settings.publicUrl));
    const session = secret ? await findSession(db, secret, clock.now()) : undefined;
    if (session) await endSession(db, session.personId, session.sessionId, clock.now());
    response.setHeader('Set-Cookie', endedCookie(settings.publicUrl));
    response.redirect(303, '/sign-in');
  });

  router.use(['/sign-in', '/sign-out'], showProblem);
  return router;
}

function askForLink(response: Response, fault?: string): void {
  sendPage(
    response,
    'Sign in',
    html`<p>We mail you a link. No password is needed.</p>
<form method="post" action="/sign-in/link"><div><label for="email">Your mail address</label>
<input id="email" name="email" type="email" autocomplete="email" required ${fault ? html`aria-describedby="fault" aria-invalid="true"` : ''}></div>
${fault && html`<p id="fault" role="alert">${fault}</p>`}<button>Mail me a link</button></form>
<p>Before you do, you can read <a href="/privacy">what Avow keeps about you</a>.</p>`,
    fault ? { status: 400 } : {},
  );
}

const showProblem: ErrorRequestHandler = (fault, _request, response, next) => {
  const refusal = refusalOf(fault);
  if (refusal.code === 'internal') return void next(fault);
  const { status, title } = problemKinds[refusal.code];
  const { retryAfterSeconds } = refusal.details;
  if (typeof retryAfterSeconds === 'number') response.setHeader('Retry-After', String(retryAfterSeconds));
  sendPage(response, title, html`<p>${refusal.message}</p><p><a href="/sign-in">Ask for a new link</a></p>`, {
    status,
  });
};
