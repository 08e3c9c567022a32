import type { Express } from 'express';
import { AvowError } from '../domain/errors';
import type { ServerDeps } from './deps';
import type { Limits } from './limits';
import type { Route } from './route';
import { serve } from './serve';

/** Puts routes on the app; every other method of their paths answers 405. Throws when two routes want the same place or name. */
export function mount(app: Express, routes: readonly Route[], deps: ServerDeps, limits: Limits): void {
  const taken = new Set<string>();
  const methods = new Map<string, string[]>();
  for (const route of [...routes].sort(byExactness)) {
    const { id, method, path } = route.operation;
    const place = `${method} ${path.replace(/\{\w+\}/g, '{}')}`;
    if (taken.has(place) || taken.has(id)) throw new TypeError(`${id}: ${place} or its id is declared twice`);
    taken.add(place).add(id);
    const pattern = path.replace(/\{(\w+)\}/g, ':$1');
    app[method](pattern, serve(route, deps, limits));
    methods.set(pattern, [...(methods.get(pattern) ?? []), method.toUpperCase()]);
  }
  for (const [pattern, allowed] of methods) {
    const allow = allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed;
    app.all(pattern, (request) => {
      throw new AvowError('method.not-allowed', `${request.method} does nothing here. Use ${allow.join(', ')}.`, [], {
        allow: allow.join(', '),
      });
    });
  }
}

/** `/v1/session/list` before `/v1/session/{id}`, whatever the order in the list. */
function byExactness(one: Route, other: Route): number {
  return (
    one.operation.path
      .replaceAll('{', '\u{10ffff}')
      .localeCompare(other.operation.path.replaceAll('{', '\u{10ffff}'), 'en') || 0
  );
}
