import { connect } from 'node:net';
import type { Load } from './processes';

const connections = 32;

/** Sends requests in turn, one after the other, on 32 connections for as long as it is told, and says how many were answered. */
process.on('message', ({ port, requests, milliseconds }: Load) => {
  const all = requests.map((request) => Buffer.from(request));
  let sent = 0;
  const nextBytes = (): Buffer => all[(sent += 1) % all.length] ?? Buffer.alloc(0);
  let answered = 0;
  let isOver = false;
  const sockets = Array.from({ length: connections }, () => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let waited: Buffer = Buffer.alloc(0);
    socket.on('connect', () => socket.write(nextBytes()));
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      waited = waited.length === 0 ? chunk : Buffer.concat([waited, chunk]);
      const head = waited.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(waited.toString('latin1', 0, head))?.[1] ?? 0);
      if (waited.length < head + 4 + length) return;
      if (waited.toString('latin1', 9, 10) !== '2') throw new Error(waited.toString('latin1', 0, 300));
      waited = Buffer.alloc(0);
      answered += 1;
      if (!isOver) socket.write(nextBytes());
    });
    return socket;
  });
  const startedAt = performance.now();
  setTimeout(() => {
    isOver = true;
    const perSecond = answered / ((performance.now() - startedAt) / 1000);
    for (const socket of sockets) socket.destroy();
    process.send?.(perSecond);
  }, milliseconds);
});
process.on('disconnect', () => process.exit());
