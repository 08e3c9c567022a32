import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyMail } from '../../mail/samples/every-mail';
import { languages } from '../../mail/samples/samples';

// Not part of the suite: it writes every mail below pictures/mail, for people to look at.
// npx jest --testMatch '**/test/mail/preview.ts'
it.each(languages)('every mail in %s is there to be looked at', (language) => {
  const folder = join(process.cwd(), 'pictures', 'mail');
  mkdirSync(folder, { recursive: true });
  const mails = Object.entries(everyMail(language));
  for (const [name, { subject, text, html, attachments }] of mails) {
    const stem = join(folder, `${name}.${language}`);
    writeFileSync(`${stem}.html`, html);
    writeFileSync(`${stem}.txt`, `Subject: ${subject}\n\n${text}`);
    for (const attachment of attachments) writeFileSync(`${stem}.ics`, attachment.content);
  }
  expect(mails.length).toBeGreaterThan(20);
});
