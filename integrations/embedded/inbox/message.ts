import { simpleParser } from 'mailparser';
import type { MailStore, MailSummary } from './store';

/** One mail, parsed for reading. */
export interface Message extends MailSummary {
  /** The Date line of the mail, epoch milliseconds; undefined when it has none. */
  date: number | undefined;
  text: string;
  html: string;
  /** Every header line as it arrived, in order. */
  headerLines: { name: string; line: string }[];
  /** By lower-case name, unfolded; the last one where a name repeats. */
  headers: Record<string, string>;
  attachments: Attachment[];
}

export interface Attachment {
  filename: string;
  contentType: string;
  bytes: number;
  /** The text of a text attachment such as an .ics; base64 of anything else. */
  content: string;
  encoding: 'text' | 'base64';
}

/** Reads one mail; undefined when there is none with this id. */
export async function readMessage(store: MailStore, id: string): Promise<Message | undefined> {
  const summary = store.find(id);
  if (summary === undefined) return undefined;
  const parsed = await simpleParser(await store.read(id), { skipTextToHtml: true });
  const headerLines = parsed.headerLines.map(({ key, line }) => ({ name: key, line }));
  return {
    ...summary,
    date: parsed.date?.getTime(),
    text: parsed.text ?? '',
    html: parsed.html || '',
    headerLines,
    headers: Object.fromEntries(headerLines.map(({ name, line }) => [name, unfolded(line)])),
    attachments: parsed.attachments.map((attachment) => {
      const isText = /^text\/|^application\/(json|ics)/.test(attachment.contentType);
      return {
        filename: attachment.filename ?? 'unnamed',
        contentType: attachment.contentType,
        bytes: attachment.size,
        content: attachment.content.toString(isText ? 'utf8' : 'base64'),
        encoding: isText ? 'text' : 'base64',
      };
    }),
  };
}

function unfolded(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim();
}
