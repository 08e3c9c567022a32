import express, { type Express } from 'express';
import { operations } from '../api';
import { AvowError } from '../domain/errors';
import { isSecure } from './cookies';
import type { ServerDeps } from './deps';
import { createLimits } from './limits';
import { mount } from './mount';
import { pages } from './pages';
import { showProblems } from './pages/problem';
import { answerProblems } from './problems';
import { logRequests } from './request-log';
import { routes } from './routes';
import { secureHeaders } from './secure-headers';

/** The whole HTTP server but the listener: middleware, routes, and the one place where faults become answers. */
export function createApp(deps: ServerDeps): Express {
  const { settings } = deps;
  const limits = createLimits(settings.rateLimits);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', settings.proxies ?? 0);
  app.set('query parser', 'simple');
  app.use(logRequests(deps));
  app.use(secureHeaders(isSecure(settings.publicUrl)));
  app.use(pages(deps, limits, operations));
  mount(app, routes, deps, limits);
  app.use(() => {
    throw new AvowError('route.not-found', 'There is nothing at this address. The operations are listed at /docs.');
  });
  app.use(showProblems(deps));
  app.use(answerProblems(deps));
  return app;
}
