import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { writeDurably } from '../durable-file';

/** What the list shows of a stored mail. Instants are epoch milliseconds, wall time of arrival. */
export interface MailSummary {
  /** Sorts by arrival. */
  id: string;
  /** As written in the mail. */
  from: string;
  /** The addresses the mail was handed in for, not what its To line claims. */
  to: string[];
  subject: string;
  messageId: string;
  receivedAt: number;
}

export interface MailQuery {
  /** Any part of a recipient's address, in any case. */
  to?: string;
  /** Received at or after this instant. */
  since?: number;
}

export interface MailStore {
  /** Resolves when the mail is on disk for good. */
  add(raw: Buffer, recipients: string[]): Promise<MailSummary>;
  /** Oldest first. */
  list(query?: MailQuery): MailSummary[];
  find(id: string): MailSummary | undefined;
  /** The mail as it arrived. */
  read(id: string): Promise<Buffer>;
  clear(): Promise<void>;
}

const extension = '.eml';
const envelopeHeader = 'X-Original-To';
const headerBytes = 64 * 1024;

/** Opens a folder of mails, one .eml each; what is listed is read from the disk, so a restart forgets nothing. */
export async function openMailStore(directory: string): Promise<MailStore> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const names = (await readdir(directory)).sort();
  // A mail that was being written when the power went was never acknowledged: its sender sends it again.
  for (const name of names.filter((name) => name.endsWith('.new'))) await rm(join(directory, name));
  const mails = new Map<string, MailSummary>();
  for (const name of names.filter((name) => name.endsWith(extension))) {
    const id = name.slice(0, -extension.length);
    mails.set(id, await summarise(id, await readStart(join(directory, name))));
  }
  let last = 0;
  return {
    async add(raw, recipients) {
      last = Math.max(Date.now(), last + 1);
      const id = `${String(last).padStart(14, '0')}-${randomBytes(4).toString('hex')}`;
      const whole = Buffer.concat([Buffer.from(`${envelopeHeader}: ${recipients.join(', ')}\r\n`), raw]);
      await writeDurably(join(directory, id + extension), whole);
      const summary = await summarise(id, whole.subarray(0, headerBytes));
      mails.set(id, summary);
      return summary;
    },
    list: ({ to, since } = {}) =>
      [...mails.values()]
        .filter(
          (mail) => to === undefined || mail.to.some((address) => address.toLowerCase().includes(to.toLowerCase())),
        )
        .filter((mail) => since === undefined || mail.receivedAt >= since)
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    find: (id) => mails.get(id),
    async read(id) {
      const whole = await readFile(join(directory, id + extension));
      return whole.subarray(whole.indexOf('\r\n') + 2);
    },
    async clear() {
      for (const id of [...mails.keys()]) {
        await rm(join(directory, id + extension), { force: true });
        mails.delete(id);
      }
    },
  };
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const start = Buffer.alloc(headerBytes);
    const { bytesRead } = await file.read(start, 0, headerBytes, 0);
    return start.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function summarise(id: string, start: Buffer): Promise<MailSummary> {
  const envelopeEnd = start.indexOf('\r\n');
  const to = start
    .subarray(envelopeHeader.length + 2, envelopeEnd)
    .toString()
    .split(', ');
  const headersEnd = start.indexOf('\r\n\r\n');
  const headers = await simpleParser(start.subarray(envelopeEnd + 2, headersEnd < 0 ? start.length : headersEnd + 4));
  return {
    id,
    from: headers.from?.text ?? '',
    to,
    subject: headers.subject ?? '',
    messageId: headers.messageId ?? '',
    receivedAt: Number(id.slice(0, 14)),
  };
}
