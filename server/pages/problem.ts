import type { ErrorRequestHandler, Request, Response } from 'express';
import type { ServerDeps } from '../deps';
import { problemOf, type Refusal, refusalOf } from '../problems';
import { requestIdOf } from '../request-log';
import { type Html, html } from './html';
import { besideForms, linkForm } from './link-form';
import { goOn, sendSmallPage } from './sign-in-pages';
import { visitOf } from './visit';
import { pageWords } from './words';

/** Refusals of the pages for signing in: with the form for another link right there, or with the way on for who is signed in. */
export function showSignInProblems(
  deps: ServerDeps,
  sessionOf: (request: Request) => Promise<unknown> | undefined,
): ErrorRequestHandler {
  const { settings } = deps;
  return async (fault, request, response, next) => {
    if (response.headersSent) return void next(fault);
    const refusal = refusalOf(fault);
    const visit = visitOf(request, settings.publicUrl);
    const { signedIn } = pageWords[visit.language];
    const isLink = refusal.code === 'sign-in.link-expired' || refusal.code === 'sign-in.link-used';
    const isSignedIn = isLink && (await sessionOf(request)) !== undefined;
    const wayOut = isSignedIn
      ? html`<p>${signedIn.what}</p><p>${goOn(visit, settings.publicUrl)}</p>`
      : isLink && linkForm(visit);
    sendProblem(deps, request, response, fault, refusal, {
      wayOut: wayOut || html`<p><a class="button" href="/sign-in">${pageWords[visit.language].signIn.title}</a></p>`,
      beside: besideForms(visit.language, settings),
    });
  };
}

/** Any other refusal that a browser meets by opening an address. Scripts get it as JSON, and so does everybody below /v1. */
export function showProblems(deps: ServerDeps): ErrorRequestHandler {
  return (fault, request, response, next) => {
    const opens = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
    if (response.headersSent || !opens || request.path.startsWith('/v1/')) return void next(fault);
    const { language } = visitOf(request, deps.settings.publicUrl);
    sendProblem(deps, request, response, fault, refusalOf(fault), {
      wayOut: html`<p><a class="button" href="/">${pageWords[language].start}</a></p>`,
      beside: html``,
    });
  };
}

function sendProblem(
  { settings, logger }: ServerDeps,
  request: Request,
  response: Response,
  fault: unknown,
  refusal: Refusal,
  { wayOut, beside }: { wayOut: Html; beside: Html },
): void {
  const requestId = requestIdOf(request);
  if (refusal.code === 'internal') logger.error({ err: fault, requestId }, 'request failed');
  const visit = visitOf(request, settings.publicUrl);
  const words = pageWords[visit.language];
  const told: Readonly<Record<string, { title: string; what: string } | undefined>> = words.problem;
  const { title, what } = told[refusal.code] ?? words.problem.other;
  const { retryAfterSeconds } = refusal.details;
  const { status, headers } = problemOf(refusal, settings.publicUrl, requestId);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  sendSmallPage(request, response, visit, {
    title,
    main: html`<div class="card"><p>${what}</p>${typeof retryAfterSeconds === 'number' && html`<p>${words.wait(Math.ceil(retryAfterSeconds))}</p>`}
${status >= 500 && html`<p class="dimmed">${words.reference(requestId)}</p>`}${wayOut}</div>${beside}`,
    status,
  });
}
