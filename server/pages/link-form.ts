import type { Language } from '../../domain/lifecycle/state';
import type { ServerSettings } from '../deps';
import { type Html, html } from './html';
import type { Visit } from './visit';
import { pageWords } from './words';

/** The form that asks for a sign-in link. `isFaulty`: what was written is no address. */
export function linkForm(visit: Visit, { isFaulty = false } = {}): Html {
  const words = pageWords[visit.language].signIn;
  return html`<form method="post" action="/sign-in/link">${hiddenFields(visit)}<label for="email">${words.email}</label>
<p class="hint dimmed" id="hint">${words.emailHint}</p>${isFaulty && html`<p class="fault" id="fault">${words.emailFault}</p>`}
<input id="email" name="email" type="email" autocomplete="email" required aria-describedby="hint${isFaulty && ' fault'}"${isFaulty && html` aria-invalid="true" autofocus`}>
<button>${words.send}</button></form>`;
}

/** What was brought along goes on with a form. */
export function hiddenFields({ wanted, isChosen, language }: Visit): Html {
  return html`${wanted !== null && hidden('then', wanted)}${isChosen && hidden('language', language)}`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** Below the forms: what is kept about people, and, on a machine for trying out, where its mails are. */
export function besideForms(language: Language, { inboxUrl }: Pick<ServerSettings, 'inboxUrl'>): Html {
  const words = pageWords[language];
  return html`<p>${words.privacyFirst} <a href="/privacy?language=${language}">${words.privacyWhat}</a>${language === 'en' ? '.' : '。'}</p>
${inboxUrl && html`<p class="dimmed">${words.inbox}<a href="${inboxUrl}">${words.inboxLink}</a>${language === 'en' ? '.' : '。'}</p>`}`;
}
