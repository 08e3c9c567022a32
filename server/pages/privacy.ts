import { Router } from 'express';
import type { ServerDeps } from '../deps';
import { privacyNotice } from '../privacy-notice';
import { html } from './html';
import { sendPage } from './layout';
import { visitOf } from './visit';
import { pageWords } from './words';

/** The privacy notice: readable without a script, and before signing in. */
export function privacyPages({ settings }: ServerDeps): Router {
  const router = Router();
  router.get('/privacy', (request, response) => {
    const { language } = visitOf(request, settings.publicUrl);
    const { title, sections, effectiveOn } = privacyNotice(language);
    const main = html`${sections.map(({ heading, paragraphs }) => html`<h2>${heading}</h2>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`)}
<p class="dimmed">${pageWords[language].effective(effectiveOn)}</p>`;
    const otherLanguageAt = `/privacy?language=${language === 'en' ? 'zh-CN' : 'en'}`;
    sendPage(response, { title, main, language, otherLanguageAt });
  });
  return router;
}
