import { Router } from 'express';
import type { AnyOperation } from '../../api/operation';
import type { ServerDeps } from '../deps';
import { addressKey, type Limits } from '../limits';
import { docsPages } from './docs';
import { iconFiles } from './icon';
import { privacyPages } from './privacy';
import { signInPages } from './sign-in';
import { webPages, webPatterns } from './web';

/** What people open in a browser. Everything else is an operation of the API. */
export const pagePaths = [
  '/privacy',
  '/sign-in',
  '/sign-in/link',
  '/sign-in/sent',
  '/sign-in/confirmed',
  '/sign-out',
  '/docs',
  '/openapi.json',
  ...webPatterns,
];

/** The pages, counted for the address they are opened from. */
export function pages(deps: ServerDeps, limits: Limits, operations: readonly AnyOperation[]): Router {
  const router = Router();
  router.all(pagePaths, (request, response, next) =>
    limits.perCaller(addressKey(request.ip ?? ''))(request, response, next),
  );
  router.use(iconFiles(), privacyPages(deps), signInPages(deps, limits), docsPages(deps, operations), webPages(deps));
  return router;
}
