import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { AvowError } from '../domain/errors';

/** One mail to one address, as the notice or the sign-in rendered it. */
export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** With its angle brackets. The same notice always carries the same one, however often it is sent. */
  messageId: string;
  headers?: Readonly<Record<string, string>>;
  attachments?: readonly { filename: string; contentType: string; content: string | Buffer }[];
}

/**
 * accepted: the receiving server has it. bounced: it refused this mail or this address for good.
 * deferred: the server is there and refuses this recipient for now; a later attempt may succeed, or never does.
 * unknown: the connection was lost after the mail was handed over and before the answer came; send again under the
 * same Message-ID.
 */
export interface MailResult {
  outcome: 'accepted' | 'bounced' | 'deferred' | 'unknown';
  /** What the server said, or how the connection ended. Holds no content of the mail. */
  response: string;
}

export interface Mailer {
  /** Throws `mail.unavailable` when the server is away or takes no mail at all: it says nothing of this recipient. */
  send(mail: OutgoingMail): Promise<MailResult>;
  /** Waits for the mails that are under way; nothing can be sent afterwards. */
  close(): Promise<void>;
}

export interface MailerOptions {
  /** smtp:// or smtps://, with user and password if the server wants them. */
  url: string;
  /** The sender, as `Avow <avow@vendor.example>`. */
  from: string;
  /** Of each step, such as connecting or waiting for an answer. Default 10 seconds. */
  timeoutMilliseconds?: number;
}

/** A mailer that uses one connection a mail, so that one mail's fault is never another's. Logs nothing. */
export function createMailer(options: MailerOptions): Mailer {
  const { auth, url: _, ...server } = parseConnectionUrl(options.url);
  const timeout = options.timeoutMilliseconds ?? 10_000;
  const underWay = new Set<Promise<MailResult>>();
  let closed = false;
  return {
    send(mail) {
      if (closed) return Promise.reject(unavailable('the mailer is closed'));
      const sending = deliver(mail, options.from, auth, {
        ...server,
        ...{
          connectionTimeout: timeout,
          greetingTimeout: timeout,
          socketTimeout: timeout,
          dnsTimeout: timeout,
          logger: false,
        },
      });
      underWay.add(sending);
      return sending.finally(() => underWay.delete(sending));
    },
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
}

type Auth = ReturnType<typeof parseConnectionUrl>['auth'];

async function deliver(
  mail: OutgoingMail,
  from: string,
  auth: Auth,
  server: SMTPConnection.Options,
): Promise<MailResult> {
  const composed = new MailComposer({
    ...{ from, to: mail.to, subject: mail.subject, text: mail.text, html: mail.html, messageId: mail.messageId },
    ...{ headers: { ...mail.headers }, attachments: mail.attachments?.map((attachment) => ({ ...attachment })) },
    // Only what we pass goes in: a content that looks like a path or an address is not read from there.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  }).compile();
  const envelope = composed.getEnvelope();
  const content = await composed.build();
  const connection = new SMTPConnection(server);
  let handedOver = false;
  try {
    return await new Promise<MailResult>((resolve, reject) => {
      connection.once('error', reject);
      connection.once('end', () => reject(new Error('the connection was closed')));
      const submit = () => {
        // Read only once the server has asked for the content: from then on silence may mean that it has the mail.
        const source = new Readable({
          read() {
            handedOver = true;
            this.push(content);
            this.push(null);
          },
        });
        connection.send({ from: envelope.from, to: envelope.to }, source, (fault, info) => {
          if (fault) reject(fault);
          else resolve({ outcome: 'accepted', response: info?.response ?? '' });
        });
      };
      connection.connect((fault) => {
        if (fault) reject(fault);
        else if (auth)
          connection.login({ ...auth, credentials: { user: auth.user ?? '', pass: auth.pass ?? '' } }, (refused) =>
            refused ? reject(refused) : submit(),
          );
        else submit();
      });
    });
  } catch (fault) {
    return judge(fault as SmtpFault, handedOver);
  } finally {
    // What the connection says after the answer changes nothing.
    connection.on('error', () => undefined);
    connection.close();
  }
}

interface SmtpFault extends Error {
  responseCode?: number;
  response?: string;
  command?: string;
}

function judge(fault: SmtpFault, handedOver: boolean): MailResult {
  const said = fault.response ?? fault.message;
  if (fault.responseCode !== undefined) {
    // A refusal of our sender or our password is our own fault, not a bounce of this address.
    const aboutThisMail = fault.command === 'RCPT TO' || fault.command === 'DATA';
    if (!aboutThisMail || isServersOwn(fault, said)) throw unavailable(said);
    return { outcome: fault.responseCode >= 500 ? 'bounced' : 'deferred', response: said };
  }
  if (handedOver) return { outcome: 'unknown', response: said };
  throw unavailable(said);
}

/**
 * 421 is the server that goes away, whatever it was asked; 4.3 after the content is its own trouble, such as a full disk (RFC 3463);
 * below 400 it answers out of turn.
 */
function isServersOwn({ responseCode = 0, command }: SmtpFault, said: string): boolean {
  return responseCode < 400 || responseCode === 421 || (command === 'DATA' && /^4\d\d[ -]4\.3\./.test(said));
}

function unavailable(reason: string): AvowError {
  return new AvowError(
    'mail.unavailable',
    `The mail server did not take the mail (${reason}). It will be tried again.`,
    [],
    { retryable: true },
  );
}
