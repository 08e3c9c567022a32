import { z } from 'zod';
import { mostMailsWaiting } from '../domain/mail/backlog';

/** What a walk that asks a crowd says of the mails that it may have to wait for. */
export const mailsWaiting = z
  .int()
  .min(0)
  .nullable()
  .describe(
    `Notices of whatever kind that wait to leave; from ${mostMailsWaiting} on nobody more is asked until fewer do. null: nobody is being asked.`,
  );
