import { startInbox } from '../integrations/embedded/inbox';
import { leaveWhenAsked, reportReady } from '../integrations/embedded/node-part';

// The development inbox as a process of its own. AVOW_INBOX_DIRECTORY, AVOW_SMTP_PORT and AVOW_INBOX_PORT say where.
async function main(): Promise<void> {
  const inbox = await startInbox({
    directory: process.env['AVOW_INBOX_DIRECTORY'] ?? '.avow/inbox',
    smtpPort: portOf('AVOW_SMTP_PORT', 1025),
    webPort: portOf('AVOW_INBOX_PORT', 8025),
  });
  leaveWhenAsked(() => inbox.stop());
  process.stdout.write(`inbox at ${inbox.webUrl}, mail taken at ${inbox.smtpUrl}\n`);
  reportReady();
}

function portOf(name: string, usual: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return usual;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${name} is ${text}; it must be a port from 1 to 65535`);
  return port;
}

main().catch((fault: Error) => {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
});
