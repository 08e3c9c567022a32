import { uploadEvidence as upload, type uploadEvidence } from '../../api/evidence';
import type { AnswerOf, ArgumentsOf } from './asked';
import { addressOf, changeHeaders, dispositionOf } from './call';
import { problemOf, unreachable } from './problem';

/**
 * Uploads a file as evidence and tells how far it is, from 0 to 1; `fetch` cannot. Throws a `Problem`, as `call` does;
 * an AbortError when the signal ends it.
 */
export async function uploadFile(
  params: ArgumentsOf<typeof uploadEvidence>['params'],
  file: File,
  { onProgress, signal }: { onProgress: (part: number) => void; signal: AbortSignal },
): Promise<AnswerOf<typeof uploadEvidence>> {
  const headers = await changeHeaders(upload, crypto.randomUUID());
  const response = await new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(upload, { params, body: file }));
    const all = {
      ...headers,
      Accept: 'application/json',
      'Content-Type': file.type,
      'Content-Disposition': dispositionOf(file),
    };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => resolve(new Response(request.responseText, { status: request.status })));
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('The upload was ended.', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as AnswerOf<typeof uploadEvidence>;
}
