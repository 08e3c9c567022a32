import { Router } from 'express';
import { privacyNotice } from '../privacy-notice';
import { html } from './html';
import { sendPage } from './layout';

/** The privacy notice: readable without a script, and before signing in. */
export function privacyPages(): Router {
  const router = Router();
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
