import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Failure } from './shell/failure';
import { Shell } from './shell/shell';
import { PageSkeleton } from './shell/skeleton';

/** A page by its address; its script arrives when it is first opened. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }), ErrorBoundary: Failure };
}

const pages: RouteObject[] = [
  page('/', async () => (await import('./pages/home/home')).Home),
  page(
    '/developers/:developerId',
    async () => (await import('./pages/developers/developer/required-actions')).RequiredActions,
  ),
  page(
    '/developers/:developerId/status',
    async () => (await import('./pages/developers/developer/status/status')).Status,
  ),
  page('*', async () => (await import('./pages/not-found/not-found')).NotFound),
];

export const router = createBrowserRouter([
  { Component: Shell, ErrorBoundary: Failure, HydrateFallback: PageSkeleton, children: pages },
]);
