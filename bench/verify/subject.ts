import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Pool } from 'pg';
import pino from 'pino';
import { openDatabase } from '../../db/database';
import { hashOfSecret } from '../../db/workspace/secrets';
import { follow } from '../../server/verify/follow';
import { Follower } from '../../server/verify/follower';
import { createVerifier } from '../../server/verify/verifier';

const [kind = '', databaseUrl = '', answer = ''] = process.argv.slice(2);
const headersOf = (text: string) => ({
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Length': Buffer.byteLength(text),
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
});

/** What is measured, each a process of its own: `avow`, and what it is compared with, which all send the same bytes. */
const subjects: Readonly<Record<string, () => Promise<RequestListener>>> = {
  async avow() {
    const clock = { now: () => Date.now() };
    const follower = new Follower({ db: openDatabase(databaseUrl), clock, isEmbedded: false });
    const wide = { limit: 1e12, windowMs: 60_000 };
    const verifier = createVerifier({
      follower,
      clock,
      logger: pino({ level: 'silent' }),
      settings: { publicUrl: 'https://avow.vendor.example', rateLimits: { perCaller: wide, keysPerToken: wide } },
      signer: () => Promise.reject(new Error('nothing is signed here')),
    });
    const loaded = new Promise<void>((resolve) => follower.hearers.push({ replaced: resolve }));
    follow({ databaseUrl, follower, onTrouble: () => undefined });
    await loaded;
    follower.hearers.push({
      changed(entries) {
        const at = performance.timeOrigin + performance.now();
        process.send?.({ heard: entries.map((entry) => follower.knowledge.keys.id(entry)), at });
      },
    });
    return (request, response) => {
      if (!verifier.answer(request, response)) response.writeHead(404).end();
    };
  },
  async bare() {
    return (_request, response) => {
      response.writeHead(200, headersOf(answer));
      response.end(answer);
    };
  },
  async postgres() {
    const pool = new Pool({ connectionString: databaseUrl, max: 10 });
    const text = `select s.key_id, k.state, a.standing from key_secrets s join keys k on k.id = s.key_id
      join apps a on a.id = k.app_id where s.hash = $1`;
    return (request, response) => {
      const hash = hashOfSecret(String(request.headers['x-sdk-key']));
      void pool.query({ name: 'by-hash', text, values: [hash] }).then(({ rows }) => {
        if (rows.length !== 1) return void response.writeHead(500).end();
        response.writeHead(200, headersOf(answer));
        response.end(answer);
      });
    };
  },
  async express() {
    const app = express();
    app.get('/v1/verify', (_request, response) => void response.type('json').send(answer));
    return app;
  },
};

async function main(): Promise<void> {
  const listener = await subjects[kind]?.();
  if (listener === undefined) throw new Error(`there is no subject "${kind}"`);
  const server = createServer({ keepAliveTimeout: 600_000 }, listener);
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

// Nobody leaves it behind.
process.on('disconnect', () => process.exit());
void main();
