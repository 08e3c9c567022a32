import type { Request } from 'express';
import type { Language } from '../../domain/lifecycle/state';
import { preferredLanguage } from '../accept-language';
import { cookieOf } from '../caller';
import { wayCookieName } from '../cookies';

/** What a visitor of a page brings along. */
export interface Visit {
  language: Language;
  /** The language was chosen, not only the browser's own: it is kept along the way. */
  isChosen: boolean;
  /** The page of ours that was wanted before signing in. */
  wanted: string | null;
}

/** Read from the address or the form, else from what the way's cookie remembers, else from the browser. */
export function visitOf(request: Request, publicUrl: string): Visit {
  const remembered = new URLSearchParams(cookieOf(request, wayCookieName(publicUrl)) ?? '');
  const given = (name: string) => fieldOf(request.query, name) || fieldOf(request.body, name) || remembered.get(name);
  const chosen = languageFrom(given('language'));
  return {
    language: chosen ?? preferredLanguage(request.get('accept-language') ?? null),
    isChosen: chosen !== null,
    wanted: ownPage(given('then'), publicUrl),
  };
}

/** What is worth remembering until the mailed link is followed in the same browser: `then=…&language=…`, maybe nothing. */
export function wayOf({ language, isChosen, wanted }: Visit): string {
  const way = new URLSearchParams();
  if (wanted !== null) way.set('then', wanted);
  if (isChosen) way.set('language', language);
  return way.toString();
}

/** The address of a page of ours with what the visitor brought: `/sign-in?then=…`. */
export function withVisit(path: string, visit: Visit): string {
  const way = wayOf(visit);
  return way === '' ? path : `${path}?${way}`;
}

/** Where somebody goes once signed in; the web pages take over the language that was chosen. */
export function destinationOf({ language, isChosen, wanted }: Visit, publicUrl: string): string {
  const url = new URL(wanted ?? '/', publicUrl);
  if (isChosen) url.searchParams.set('language', language);
  return url.pathname + url.search + url.hash;
}

/**
 * The path of a page of the portal or the desk, or null: never another site, and nothing that only looks like a path.
 * Browsers read a backslash as a slash and leave line breaks out, so the address is judged as they would read it.
 */
export function ownPage(wanted: string | null, publicUrl: string): string | null {
  if (!wanted?.startsWith('/') || wanted.length > 1000) return null;
  const home = new URL(publicUrl);
  const url = URL.canParse(wanted, publicUrl) ? new URL(wanted, publicUrl) : home;
  if (url.origin !== home.origin || !/^\/(developers|desk)(\/|$)/.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}

/** A field of a query or a form as text; '' when it is missing, given twice, or no text that could be stored. */
export function fieldOf(fields: unknown, name: string): string {
  const value = (fields as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' && !/\0|\p{Surrogate}/u.test(value) ? value : '';
}

function languageFrom(text: string | null): Language | null {
  return text === 'en' || text === 'zh-CN' ? text : null;
}
