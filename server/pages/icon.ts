import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';

/** What pages name as their icon. */
export const iconPath = '/icon.svg';

const icon = readFileSync(join(__dirname, 'icon.svg'));
const day = 86_400;

/** The sign of Avow in a tab. Where a page names none (an answer of the API, a file) browsers ask for /favicon.ico by themselves. */
export function iconFiles(): Router {
  const router = Router();
  router.get([iconPath, '/favicon.ico'], (_request, response) => {
    response.setHeader('Cache-Control', `public, max-age=${day}`);
    response.type('image/svg+xml').send(icon);
  });
  return router;
}
