import type { IncomingMessage } from 'node:http';
import { AvowError } from '../../domain/errors';

/** As for every other operation. */
const mostBytes = 256 * 1024;

/** Reads a JSON body. Throws request.unsupported-media, request.too-large, request.malformed. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type) || encoding !== 'identity') {
    throw new AvowError(
      'request.unsupported-media',
      'Send the body as JSON, with Content-Type: application/json and without Content-Encoding.',
    );
  }
  const text = await readText(request);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AvowError('request.malformed', 'The body is not valid JSON. Send one JSON object, in UTF-8.');
  }
}

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const tooLarge = () =>
      new AvowError('request.too-large', 'Send less in one request: JSON bodies are at most 256 kB.');
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) return reject(tooLarge());
    const chunks: Buffer[] = [];
    let size = 0;
    let isWhole = false;
    const cutOff = () => {
      // Every request closes: a fault is not made in vain.
      if (isWhole) return;
      reject(new AvowError('request.malformed', 'The body ended before its announced length. Send it again.'));
    };
    request
      .on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= mostBytes) return void chunks.push(chunk);
        reject(tooLarge());
      })
      .once('end', () => {
        isWhole = true;
        resolve(Buffer.concat(chunks).toString('utf8'));
      })
      .once('error', cutOff)
      .once('close', cutOff);
  });
}
