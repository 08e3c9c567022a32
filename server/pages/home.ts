import { Router } from 'express';
import { findSession } from '../../db/workspace/sessions';
import { cookieOf } from '../caller';
import { cookieName } from '../cookies';
import type { ServerDeps } from '../deps';
import { privacyNotice } from '../privacy-notice';
import { html } from './html';
import { sendPage } from './layout';

/** The first page, and the privacy notice. */
export function homePages({ db, clock, settings }: ServerDeps): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const secret = cookieOf(request, cookieName(settings.publicUrl));
    const session = secret ? await findSession(db, secret, clock.now()) : undefined;
    if (!session) return response.redirect(303, '/sign-in');
    const person = await db.selectFrom('people').select('name').where('id', '=', session.personId).executeTakeFirst();
    const roles = [
      ...session.memberships.map(({ developerId, role }) => `${role} of ${developerId}`),
      ...session.delegations.map(({ developerId, agencyName }) => `delegate of ${developerId} for ${agencyName}`),
      ...(session.staffRole ? [`${session.staffRole} of the vendor`] : []),
    ];
    sendPage(
      response,
      'You are signed in',
      html`<p>As ${person?.name ?? 'somebody'}${roles.length > 0 ? `: ${roles.join(', ')}` : ''}.</p>
<p>The API does everything: see <a href="/docs">its documentation</a>, and <a href="/v1/session">who you are to it</a>.</p>
<form method="post" action="/sign-out"><button>Sign out</button></form>`,
    );
  });
  router.get('/privacy', (_request, response) => {
    sendPage(
      response,
      'Privacy notice',
      html`${(['en', 'zh-CN'] as const).map(privacyNotice).map(
        (
          notice,
        ) => html`<div lang="${notice.language}">${notice.language === 'en' ? '' : html`<h1>${notice.title}</h1>`}
${notice.sections.map(({ heading, paragraphs }) => html`<h2>${heading}</h2>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`)}
<p>${notice.effectiveOn}</p></div>`,
      )}`,
    );
  });
  return router;
}
