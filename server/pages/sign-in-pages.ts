import type { Request, Response } from 'express';
import type { ServerSettings } from '../deps';
import { type Html, html } from './html';
import { type PageLook, sendPage } from './layout';
import { besideForms, hidden, hiddenFields, linkForm } from './link-form';
import { destinationOf, fieldOf, type Visit, visitOf, withVisit } from './visit';
import { pageWords } from './words';

/** Asks for the address a link is mailed to. `isFaulty`: what was written is none. */
export function sendLinkForm(
  request: Request,
  response: Response,
  settings: ServerSettings,
  { isFaulty = false } = {},
): void {
  const visit = visitOf(request, settings.publicUrl);
  const words = pageWords[visit.language].signIn;
  sendSmallPage(request, response, visit, {
    title: words.title,
    mark: isFaulty ? words.faultMark : '',
    main: html`<div class="card"><p>${words.what}</p>${linkForm(visit, { isFaulty })}</div>${besideForms(visit.language, settings)}`,
    status: isFaulty ? 400 : 200,
  });
}

/** A link was followed: the button uses it, to sign in or only to confirm the address. */
export function sendConfirmStep(
  request: Request,
  response: Response,
  settings: ServerSettings,
  { token, signsIn }: { token: string; signsIn: boolean },
): void {
  const visit = visitOf(request, settings.publicUrl);
  const words = pageWords[visit.language];
  const { title, what, button } = signsIn ? words.confirm : words.confirmAddress;
  sendSmallPage(request, response, visit, {
    title,
    main: html`<div class="card"><p>${what}</p>
<form method="post" action="/sign-in">${hidden('token', token)}${hiddenFields(visit)}<button>${button}</button></form>
<p class="dimmed">${words.confirm.why}</p></div>${besideForms(visit.language, {})}`,
  });
}

/** After asking: the same whether the address is known or not. */
export function sendLookIntoMail(request: Request, response: Response, settings: ServerSettings): void {
  const visit = visitOf(request, settings.publicUrl);
  const words = pageWords[visit.language].sent;
  sendSmallPage(request, response, visit, {
    title: words.title,
    main: html`<div class="card"><p>${words.what}</p>${visit.wanted !== null && html`<p>${words.sameBrowser}</p>`}
<h2>${words.nothing}</h2><ul>${words.nothingHints.map((hint) => html`<li>${hint}</li>`)}</ul>${linkForm(visit)}</div>
${besideForms(visit.language, settings)}`,
  });
}

export function sendConfirmed(request: Request, response: Response, settings: ServerSettings): void {
  const visit = visitOf(request, settings.publicUrl);
  const words = pageWords[visit.language].confirmed;
  sendSmallPage(request, response, visit, {
    title: words.title,
    main: html`<div class="card"><p>${words.what}</p></div>`,
  });
}

/** Somebody who is signed in needs no link. */
export function sendSignedIn(request: Request, response: Response, settings: ServerSettings): void {
  const visit = visitOf(request, settings.publicUrl);
  const words = pageWords[visit.language].signedIn;
  sendSmallPage(request, response, visit, {
    title: words.title,
    main: html`<div class="card"><p>${words.what}</p><p>${goOn(visit, settings.publicUrl)}</p></div>`,
  });
}

/** Leads to what was wanted. */
export function goOn(visit: Visit, publicUrl: string): Html {
  return html`<a class="button" href="${destinationOf(visit, publicUrl)}">${pageWords[visit.language].signedIn.go}</a>`;
}

/** One small card, with itself in the other language. A page that answers a form is found again at the address the form stood at. */
export function sendSmallPage(
  request: Request,
  response: Response,
  visit: Visit,
  look: Omit<PageLook, 'language' | 'width' | 'otherLanguageAt'>,
): void {
  const { language, wanted } = visit;
  const token = fieldOf(request.query, 'token') || fieldOf(request.body, 'token');
  const path = request.method === 'GET' ? (request.originalUrl.split('?')[0] ?? '/') : '/sign-in';
  const other = withVisit(path, { language: language === 'en' ? 'zh-CN' : 'en', isChosen: true, wanted });
  const otherLanguageAt = token === '' ? other : `${other}&token=${encodeURIComponent(token)}`;
  sendPage(response, { ...look, language, width: 'narrow', otherLanguageAt });
}
