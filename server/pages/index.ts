import { Router } from 'express';
import type { AnyOperation } from '../../api/operation';
import type { ServerDeps } from '../deps';
import { addressKey, type Limits } from '../limits';
import { docsPages } from './docs';
import { homePages } from './home';
import { portalPages, portalPatterns } from './portal';
import { signInPages } from './sign-in';

/** What people open in a browser. Everything else is an operation of the API. */
export const pagePaths = [
  '/',
  '/privacy',
  '/sign-in',
  '/sign-in/link',
  '/sign-out',
  '/docs',
  '/openapi.json',
  ...portalPatterns,
];

/** The pages, counted for the address they are opened from. */
export function pages(deps: ServerDeps, limits: Limits, operations: readonly AnyOperation[]): Router {
  const router = Router();
  router.all(pagePaths, (request, response, next) =>
    limits.perCaller(addressKey(request.ip ?? ''))(request, response, next),
  );
  router.use(homePages(deps), signInPages(deps, limits), docsPages(deps, operations), portalPages());
  return router;
}
