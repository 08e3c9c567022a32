import { createServer, type Server } from 'node:http';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { script, stylesheet } from './assets';
import { readMessage } from './message';
import { framedHtml, listPage, messagePage, missingPage, type View, views } from './pages';
import type { MailStore } from './store';

const pagePolicy = [
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'",
  "base-uri 'none'; frame-ancestors 'none'",
].join('; ');
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'";

/** Serves the pages and the JSON interface of the inbox on loopback; resolves when it listens. */
export async function openWebsite(store: MailStore, port: number): Promise<Server> {
  const server = createServer(createWebsite(store));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

function createWebsite(store: MailStore): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(guard);
  app.get('/api/messages', (request, response) => {
    const since = sinceOf(request.query['since']);
    if (Number.isNaN(since))
      return void response.status(400).json({ error: 'since must be an ISO instant or epoch milliseconds' });
    response.json({ messages: store.list({ to: textOf(request.query['to']), since }) });
  });
  app.get('/api/messages/:id', async (request, response) => {
    const message = await readMessage(store, request.params.id);
    if (message) response.json(message);
    else response.status(404).json({ error: 'There is no such mail.' });
  });
  app.delete('/api/messages', async (_request, response) => {
    await store.clear();
    response.status(204).end();
  });
  app.get('/', (request, response) => {
    const to = textOf(request.query['to']);
    const recipients = [...new Set(store.list().flatMap((mail) => mail.to))].sort();
    response.send(listPage(store.list({ to }).reverse(), to ?? '', recipients));
  });
  app.get('/messages/:id', async (request, response) => {
    const message = await readMessage(store, request.params.id);
    if (!message) return void response.status(404).send(missingPage());
    const asked = textOf(request.query['view']) as View;
    response.send(messagePage(message, views.includes(asked) ? asked : message.html === '' ? 'text' : 'html'));
  });
  app.get('/messages/:id/html', async (request, response) => {
    const message = await readMessage(store, request.params.id);
    if (!message) return void response.status(404).send(missingPage());
    response.set('Content-Security-Policy', mailPolicy).send(framedHtml(message.html));
  });
  app.get('/messages/:id/attachments/:index', async (request, response) => {
    const attachment = (await readMessage(store, request.params.id))?.attachments[Number(request.params.index)];
    if (!attachment) return void response.status(404).send(missingPage());
    // Always a download: what a mail carries is never shown as a page of ours.
    response.attachment(attachment.filename).type('application/octet-stream');
    response.send(Buffer.from(attachment.content, attachment.encoding === 'text' ? 'utf8' : 'base64'));
  });
  app.get('/inbox.css', (_request, response) => void response.type('css').send(stylesheet));
  app.get('/inbox.js', (_request, response) => void response.type('js').send(script));
  app.use((_request, response) => void response.status(404).send(missingPage()));
  return app;
}

// Sign-in links lie in this inbox. Another site in the same browser must not read it through a name that it points at
// this machine, nor empty it.
function guard(request: Request, response: Response, next: NextFunction): void {
  const host = request.headers.host ?? '';
  const isOurs = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  const origin = request.headers.origin;
  if (!isOurs || (origin !== undefined && origin !== `http://${host}`)) {
    response.status(403).type('text').send('This inbox answers on 127.0.0.1 and localhost only.');
    return;
  }
  response.set({
    'Content-Security-Policy': pagePolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
  next();
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function sinceOf(value: unknown): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : Date.parse(text);
}
