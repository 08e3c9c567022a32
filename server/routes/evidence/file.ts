import type { FileView, ReceivedFile } from '../../../api/operation';
import { AvowError } from '../../../domain/errors';
import { type EvidenceMediaType, isMediaType } from '../../../domain/evidence/media-type';
import { type Answer, answer } from '../../route';

/** What a file is, judged by its content. Throws evidence.type-refused when it is not what it is said to be. */
export function refuseUntrueType({ mediaType, content }: ReceivedFile, taken: readonly string[]): EvidenceMediaType {
  if (isMediaType(content, mediaType) && taken.includes(mediaType)) return mediaType;
  throw new AvowError(
    'evidence.type-refused',
    `The file is not ${mediaType}, whatever it is called. Send it with the Content-Type that it is: ${taken.join(', ')}.`,
  );
}

/** A file that came from outside: nothing in it may run here, however it is opened. */
export function downloadOf(file: FileView): Answer<FileView> {
  return answer(200, file, {
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
}
