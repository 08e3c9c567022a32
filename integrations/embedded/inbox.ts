import { join } from 'node:path';
import { openReception } from './inbox/reception';
import { type MailStore, openMailStore } from './inbox/store';
import { openWebsite } from './inbox/website';

export interface InboxOptions {
  /** Holds one .eml a mail; made when missing. */
  directory: string;
  /** Of the SMTP server, on 127.0.0.1. */
  smtpPort: number;
  /** Of the pages and the JSON interface, on 127.0.0.1. */
  webPort: number;
}

export interface Inbox {
  /** For `SMTP_URL`. */
  smtpUrl: string;
  /** For people. */
  webUrl: string;
  store: MailStore;
  /** Lets mails under way finish; what was acknowledged is on disk already. */
  stop(): Promise<void>;
}

/** Starts the development inbox: a real SMTP server that keeps every mail, and pages to read them. */
export async function startInbox(options: InboxOptions): Promise<Inbox> {
  const store = await openMailStore(join(options.directory, 'mails'));
  const reception = await openReception(store, options.smtpPort);
  const website = await openWebsite(store, options.webPort).catch(async (fault) => {
    await reception.close();
    throw fault;
  });
  return {
    smtpUrl: reception.url,
    webUrl: `http://127.0.0.1:${options.webPort}`,
    store,
    async stop() {
      await reception.close();
      const closed = new Promise((resolve) => website.close(resolve));
      website.closeAllConnections();
      await closed;
    },
  };
}
