import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { MailStore } from './store';

const largestMailBytes = 25 * 1024 * 1024;

export interface Reception {
  /** Where mail is taken, for `SMTP_URL`. */
  url: string;
  close(): Promise<void>;
}

/**
 * A real SMTP server on loopback that answers 250 only once the mail is on disk. The local part of a recipient can ask
 * for a fault: `bounce…` is refused for good (550), `defer…` for now (451), and for `lost…` the mail is kept but the
 * connection dropped before the answer, the first time each Message-ID arrives (what a sender cannot tell from a loss).
 */
export async function openReception(store: MailStore, port: number): Promise<Reception> {
  const server = new SMTPServer({
    name: 'inbox.localhost',
    banner: 'Avow development inbox',
    // Loopback only, and nobody signs in: what is not offered cannot fail.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMailBytes,
    logger: false,
    closeTimeout: 1_000,
    onRcptTo(address, _session, answer) {
      const local = address.address.toLowerCase();
      if (local.startsWith('bounce')) return answer(refusal(550, '5.1.1 No such mailbox here'));
      if (local.startsWith('defer')) return answer(refusal(451, '4.3.0 Mailbox busy, try again later'));
      answer();
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return answer(refusal(552, '5.3.4 Message too large'));
        keep(Buffer.concat(chunks), session).then(
          (isLost) => (isLost ? drop(session) : answer(null, 'OK, kept')),
          // Not kept, so not acknowledged: the sender must try again.
          () => answer(refusal(451, '4.3.0 The mail could not be stored')),
        );
      });
    },
  });

  async function keep(raw: Buffer, session: SMTPServerSession): Promise<boolean> {
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    const known = new Set(store.list().map(({ messageId }) => messageId));
    const kept = await store.add(raw, recipients);
    return recipients.some((address) => address.toLowerCase().startsWith('lost')) && !known.has(kept.messageId);
  }

  function drop(session: SMTPServerSession): void {
    for (const connection of server.connections) if (connection.id === session.id) connection.close();
  }

  // A sender that breaks off is its own affair; without a listener it would end this process.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
