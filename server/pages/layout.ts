import type { Response } from 'express';
import type { Language } from '../../domain/lifecycle/state';
import { nonceOf } from '../secure-headers';
import { type Html, html } from './html';
import { iconPath } from './icon';
import { style } from './style';
import { pageWords } from './words';

export interface PageLook {
  title: string;
  /** Before the title of the window: that something was filled in wrongly. */
  mark?: string;
  main: Html;
  language: Language;
  /** `narrow` for one small form, `wide` for tables; else a column of text. */
  width?: 'narrow' | 'wide';
  /** Where the same page is in the other language; left out where there is only one. */
  otherLanguageAt?: string;
  status?: number;
}

/** Sends a page: a header with the other language, one column, a footer; no script, nothing from elsewhere. */
export function sendPage(response: Response, look: PageLook): void {
  const { title, mark = '', main, language, width = '', otherLanguageAt, status = 200 } = look;
  const words = pageWords[language];
  const other = language === 'en' ? 'zh-CN' : 'en';
  const page = html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${mark}${title} · Avow</title><link rel="icon" type="image/svg+xml" href="${iconPath}"><style nonce="${nonceOf(response)}">${style}</style></head>
<body class="${width}">
<header class="bar"><a class="name" href="/"><img src="${iconPath}" alt="" width="28" height="28">Avow</a>${otherLanguageAt && html`<a href="${otherLanguageAt}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>`}</header>
<main><h1>${title}</h1>
${main}
</main>
<footer><nav><a href="/privacy?language=${language}">${words.privacy}</a><a href="/docs">${words.api}</a></nav></footer>
</body></html>`;
  response.status(status).type('html').send(page.text);
}
