import { request } from 'node:http';
import { createMailer, type OutgoingMail } from '../../integrations/smtp';
import { type TestInbox, testInbox } from '../support/inbox';

let inbox: TestInbox;
const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

function mailTo(to: string, given: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    to,
    subject: 'Your attestation is due · 您的声明即将到期',
    text: 'Open https://avow.example/fix?a=1&b=2.',
    html: '<h1>Due</h1><script>steal()</script><a href="https://avow.example/fix">Fix it</a>',
    messageId: `<${Math.random().toString(36).slice(2)}@avow.example>`,
    ...given,
  };
}

const send = async (mail: OutgoingMail) => {
  const mailer = createMailer({ url: inbox.smtpUrl, from: 'Avow <avow@vendor.example>' });
  try {
    return await mailer.send(mail);
  } finally {
    await mailer.close();
  }
};

beforeAll(async () => {
  inbox = await testInbox();
});
beforeEach(() => inbox.clear());

describe('the development inbox', () => {
  it('keeps every part of a mail: subject, text, HTML, headers, calendar file', async () => {
    const mail = mailTo('mei@dev.example', {
      messageId: '<notice-1@avow.example>',
      headers: { 'List-Unsubscribe': '<https://avow.example/off>' },
      attachments: [{ filename: 'due.ics', contentType: 'text/calendar; charset=utf-8', content: calendar }],
    });
    await send(mail);
    const [summary] = await inbox.messages();
    expect(summary).toMatchObject({ to: ['mei@dev.example'], subject: mail.subject, messageId: mail.messageId });
    const message = await inbox.message(summary?.id ?? 'none');
    expect(message.text.trim()).toBe(mail.text);
    expect(message.html).toContain('<h1>Due</h1>');
    expect(message.headers['list-unsubscribe']).toBe('<https://avow.example/off>');
    expect(message.attachments).toEqual([
      expect.objectContaining({
        filename: 'due.ics',
        contentType: 'text/calendar',
        content: calendar,
        encoding: 'text',
      }),
    ]);
  });

  it('finds mails by recipient and by the time they came', async () => {
    await send(mailTo('mei@dev.example'));
    await send(mailTo('jo@dev.example'));
    const [, second] = await inbox.messages();
    const at = second?.receivedAt ?? Number.NaN;
    expect((await inbox.messages({ to: 'MEI@' })).map(({ to }) => to)).toEqual([['mei@dev.example']]);
    expect((await inbox.messages({ since: at })).map(({ to }) => to)).toEqual([['jo@dev.example']]);
    expect(await inbox.messages({ since: at + 1 })).toEqual([]);
  });

  it('has what it acknowledged after a restart, in the same order', async () => {
    for (const name of ['a', 'b', 'c']) await send(mailTo(`${name}@dev.example`));
    const before = await inbox.messages();
    await inbox.restart();
    expect(before).toHaveLength(3);
    expect(await inbox.messages()).toEqual(before);
    expect((await inbox.message(before[1]?.id ?? 'none')).text).toContain('Open https://avow.example');
  });

  it('shows a mail to people without letting it run or leave its frame', async () => {
    await send(mailTo('mei@dev.example', { subject: '<b>bold</b>' }));
    const [{ id } = { id: '' }] = await inbox.messages();
    const list = await fetch(`${inbox.webUrl}/`);
    expect(await list.text()).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(list.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await (await fetch(`${inbox.webUrl}/messages/${id}`)).text();
    expect(page).toContain('<iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(page).not.toContain('steal()');
    const frame = await fetch(`${inbox.webUrl}/messages/${id}/html`);
    expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups[^;]*; default-src 'none'/);
    const text = await (await fetch(`${inbox.webUrl}/messages/${id}?view=text`)).text();
    expect(text).toContain('<a href="https://avow.example/fix?a=1&amp;b=2" target="_blank"');
  });

  it('answers no other site: neither a foreign name for this machine nor a foreign page', async () => {
    await send(mailTo('mei@dev.example'));
    const asked = (headers: Record<string, string>, method = 'GET') =>
      new Promise((resolve, reject) => {
        request(`${inbox.webUrl}/api/messages`, { method, headers }, (answer) => resolve(answer.resume().statusCode))
          .on('error', reject)
          .end();
      });
    expect(await asked({ host: 'evil.example' })).toBe(403);
    expect(await asked({ origin: 'https://evil.example' }, 'DELETE')).toBe(403);
    expect(await inbox.messages()).toHaveLength(1);
  });

  it('says so when a mail is not there', async () => {
    expect((await fetch(`${inbox.webUrl}/api/messages/none`)).status).toBe(404);
    expect((await fetch(`${inbox.webUrl}/messages/..%2F..%2Fpassword`)).status).toBe(404);
    expect((await fetch(`${inbox.webUrl}/api/messages?since=yesterday`)).status).toBe(400);
  });
});

describe('what became of a mail', () => {
  it('is accepted when the server has it', async () => {
    expect(await send(mailTo('mei@dev.example'))).toMatchObject({
      outcome: 'accepted',
      response: expect.stringMatching(/^250/),
    });
  });

  it('is bounced when the address is refused for good, and nothing is kept', async () => {
    expect(await send(mailTo('bounce@dev.example'))).toEqual({
      outcome: 'bounced',
      response: '550 5.1.1 No such mailbox here',
    });
    expect(await inbox.messages()).toEqual([]);
  });

  it('is deferred when the address is refused for now, and nothing is kept', async () => {
    expect(await send(mailTo('defer@dev.example'))).toEqual({
      outcome: 'deferred',
      response: '451 4.3.0 Mailbox busy, try again later',
    });
    expect(await inbox.messages()).toEqual([]);
  });

  it('is unknown when the connection is lost before the answer; sent again it has the same Message-ID', async () => {
    const mail = mailTo('lost@dev.example');
    expect(await send(mail)).toMatchObject({ outcome: 'unknown' });
    expect(await inbox.messages()).toHaveLength(1);
    expect(await send(mail)).toMatchObject({ outcome: 'accepted' });
    expect((await inbox.messages()).map(({ messageId }) => messageId)).toEqual([mail.messageId, mail.messageId]);
  });

  it('is to be tried again when no server answers', async () => {
    await inbox.stop();
    await expect(send(mailTo('mei@dev.example'))).rejects.toMatchObject({ code: 'mail.unavailable' });
    await inbox.restart();
    expect(await send(mailTo('mei@dev.example'))).toMatchObject({ outcome: 'accepted' });
  });

  it('does not read a file or an address that a content points at', async () => {
    const attachments = [{ filename: 'a.txt', contentType: 'text/plain', content: { path: __filename } as never }];
    await expect(send(mailTo('mei@dev.example', { attachments }))).rejects.toThrow(/access/i);
  });
});
