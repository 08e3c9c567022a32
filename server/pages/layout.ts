import type { Response } from 'express';
import type { Language } from '../../domain/lifecycle/state';
import { nonceOf } from '../secure-headers';
import { Html, html } from './html';
import { iconPath } from './icon';

const style = new Html(`
:root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 20%,transparent)}
body{font:16px/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
body.wide{max-width:64rem}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.5rem}h3{font-size:1rem;margin:0}
button,input{font:inherit;padding:.55rem .9rem;border-radius:.4rem;border:1px solid var(--line)}
button{background:#0b57d0;color:#fff;border-color:#0b57d0;cursor:pointer}
label{display:block;margin-bottom:.3rem}form>*+*{margin-top:.8rem}
pre{overflow-x:auto;padding:.8rem;border:1px solid var(--line);border-radius:.4rem;font-size:.85rem}
code{font-size:.9em}
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line)}
details{border-bottom:1px solid var(--line);padding:.5rem 0}summary{cursor:pointer}
summary h3{display:inline}.method{display:inline-block;min-width:4.2rem;font-weight:600;text-transform:uppercase}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.8rem;font-size:.9rem}
nav a{margin-right:1rem}`);

/** Sends a page: one column, no script, nothing from elsewhere. */
export function sendPage(
  response: Response,
  title: string,
  main: Html,
  options: { status?: number; isWide?: boolean; language?: Language } = {},
): void {
  const page = html`<!doctype html>
<html lang="${options.language ?? 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Avow</title><link rel="icon" type="image/svg+xml" href="${iconPath}"><style nonce="${nonceOf(response)}">${style}</style></head>
<body class="${options.isWide ? 'wide' : ''}">
<main><h1>${title}</h1>
${main}
</main>
<footer><nav><a href="/">Avow</a><a href="/docs">API documentation</a><a href="/privacy">Privacy notice</a></nav></footer>
</body></html>`;
  response
    .status(options.status ?? 200)
    .type('html')
    .send(page.text);
}
