import { join } from 'node:path';
import { type Inbox, startInbox } from '../../integrations/embedded/inbox';
import type { Message } from '../../integrations/embedded/inbox/message';
import type { MailSummary } from '../../integrations/embedded/inbox/store';
import { freePort } from '../../integrations/embedded/ports';
import { clearAway, throwAwayDirectory } from './throw-away';

/** A real inbox for one test file, on ports and in a folder of its own. */
export interface TestInbox {
  smtpUrl: string;
  webUrl: string;
  /** Through the JSON interface, oldest first. `to`: any part of a recipient's address. */
  messages(query?: { to?: string; since?: number }): Promise<MailSummary[]>;
  message(id: string): Promise<Message>;
  clear(): Promise<void>;
  /** As a power cut and a new start on the same ports: what it kept comes from the disk. */
  restart(): Promise<void>;
  /** Closes it for now, as a mail server that is down. */
  stop(): Promise<void>;
}

const running = new Map<TestInbox, { inbox: Inbox; directory: string }>();

/** Starts an inbox; it is stopped and removed after the file's last test, without being asked. */
export async function testInbox(): Promise<TestInbox> {
  const directory = await throwAwayDirectory();
  const options = { directory: join(directory, 'inbox'), smtpPort: await freePort(), webPort: await freePort() };
  const inbox = await startInbox(options);
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(inbox.webUrl + path, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  };
  const test: TestInbox = {
    smtpUrl: inbox.smtpUrl,
    webUrl: inbox.webUrl,
    async messages(query = {}) {
      const words = new URLSearchParams(
        Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
      );
      return ((await (await ask(`/api/messages?${words}`)).json()) as { messages: MailSummary[] }).messages;
    },
    message: async (id) => (await (await ask(`/api/messages/${id}`)).json()) as Message,
    clear: async () => void (await ask('/api/messages', { method: 'DELETE' })),
    async restart() {
      await running.get(test)?.inbox.stop();
      running.set(test, { inbox: await startInbox(options), directory });
    },
    stop: async () => running.get(test)?.inbox.stop(),
  };
  running.set(test, { inbox, directory });
  return test;
}

// Registered when a test file imports this module, so that no file can forget it.
afterAll(async () => {
  for (const { inbox, directory } of running.values()) {
    await inbox.stop();
    await clearAway(directory);
  }
  running.clear();
});
