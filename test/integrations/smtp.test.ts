import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { freePort } from '../../integrations/embedded/ports';
import { createMailer } from '../../integrations/smtp';

type Stage = 'CONNECT' | 'MAIL FROM' | 'RCPT TO' | 'DATA';

/** What the mailer makes of a server that refuses so at this stage. */
async function sentTo(stage: Stage, code: number, words: string) {
  const refusal = Object.assign(new Error(words), { responseCode: code });
  const answer = (at: Stage) => (at === stage ? refusal : null);
  const stages: SMTPServerOptions = {
    onConnect: (_session, done) => done(answer('CONNECT')),
    onMailFrom: (_address, _session, done) => done(answer('MAIL FROM')),
    onRcptTo: (_address, _session, done) => done(answer('RCPT TO')),
    onData: (stream, _session, done) => void stream.resume().on('end', () => done(answer('DATA'))),
  };
  const port = await freePort();
  const server = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'], closeTimeout: 1, logger: false, ...stages });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from: 'avow@vendor.example' });
  try {
    return await mailer.send({
      ...{ to: 'mei@dev.example', subject: 'Due', text: 'Due', html: '<p>Due</p>', messageId: '<due@vendor.example>' },
    });
  } finally {
    await mailer.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

describe('a mail that is refused', () => {
  it.each([
    ['RCPT TO', 450, '4.1.2 Domain not found', 'deferred'],
    ['RCPT TO', 451, '4.7.1 Greylisted', 'deferred'],
    ['RCPT TO', 550, '5.1.1 No such mailbox', 'bounced'],
    ['DATA', 452, '4.2.2 Mailbox full', 'deferred'],
    ['DATA', 554, '5.7.1 Not wanted', 'bounced'],
  ] as const)('at %s with %i %s is %s', async (stage, code, words, outcome) => {
    expect(await sentTo(stage, code, words)).toEqual({ outcome, response: `${code} ${words}` });
  });

  it.each([
    ['CONNECT', 421, '4.3.2 Shutting down'],
    ['MAIL FROM', 451, '4.3.0 Try again later'],
    ['MAIL FROM', 550, '5.7.1 Sender not known'],
    ['RCPT TO', 421, '4.3.2 Shutting down'],
    ['DATA', 451, '4.3.0 The mail could not be stored'],
  ] as const)('at %s with %i %s says nothing of its recipient', async (stage, code, words) => {
    await expect(sentTo(stage, code, words)).rejects.toMatchObject({ code: 'mail.unavailable' });
  });
});
