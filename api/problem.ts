import { z } from 'zod';
import { errorCodes } from '../domain/errors';

/** The media type of every refusal (RFC 9457). */
export const problemMediaType = 'application/problem+json';

/** How every refusal reads. Branch on `code`; `detail` says what to do next. */
export const problem = z
  .strictObject({
    type: z.string().describe('A page that explains the code.'),
    title: z.string(),
    status: z.int(),
    code: z.enum(errorCodes),
    detail: z.string().describe('What went wrong here and what to do about it.'),
    instance: z.string().describe('Names this one request; quote it when you ask for help.'),
    errors: z
      .array(
        z.strictObject({
          path: z.string().describe('JSON pointer into the request body; /query/… for the query string.'),
          message: z.string(),
        }),
      )
      .describe('The fields at fault, when there are any.'),
    details: z.record(z.string(), z.unknown()).optional().describe('Facts that belong to this code.'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problem>;
