import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { Router } from 'express';
import { AvowError } from '../../domain/errors';
import { preferredLanguage } from '../accept-language';
import type { ServerDeps } from '../deps';
import { nonceOf } from '../secure-headers';

/** Below these addresses the portal and the desk are at home; which page it is the browser decides. */
export const webPatterns = ['/', '/developers{/*below}', '/desk{/*below}'];

/** The word that the build left where each answer's nonce belongs. */
const placeholder = /__NONCE__/g;
const year = 31_536_000_000;

/** The web pages: one document for every address, and the scripts and styles it names, which never change under their names. */
export function webPages({ settings: { webDirectory } }: ServerDeps): Router {
  const router = Router();
  let read: Promise<string> | undefined;
  const document = () => {
    read ??= readFile(join(webDirectory, 'index.html'), 'utf8').catch((fault: unknown) => {
      read = undefined;
      throw fault;
    });
    return read;
  };
  router.use(
    '/assets',
    express.static(join(webDirectory, 'assets'), {
      immutable: true,
      maxAge: year,
      index: false,
      redirect: false,
      // Else what every answer says, not to keep it, stands: files with their own names may be kept.
      setHeaders: (response) => response.removeHeader('Cache-Control'),
    }),
    () => {
      throw new AvowError(
        'route.not-found',
        'There is no such file. Load the page again: it names the files it needs.',
      );
    },
  );
  router.get(webPatterns, async (request, response, next) => {
    // Scripts are told that there is nothing here, as a problem.
    if (request.accepts(['json', 'html']) !== 'html') return next();
    const language = preferredLanguage(request.get('accept-language') ?? null);
    const text = (await document()).replace('<html lang="en">', `<html lang="${language}">`);
    response.type('html').send(text.replace(placeholder, () => nonceOf(response)));
  });
  return router;
}
