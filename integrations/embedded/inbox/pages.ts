import type { Message } from './message';
import type { MailSummary } from './store';

/** How one mail can be looked at. */
export const views = ['html', 'text', 'headers', 'attachments'] as const;
export type View = (typeof views)[number];

const viewNames: Record<View, string> = {
  html: 'Message',
  text: 'Plain text',
  headers: 'Headers',
  attachments: 'Attachments',
};

/** The list of mails, newest first. `recipients` are all addresses known, for the filter's suggestions. */
export function listPage(mails: MailSummary[], to: string, recipients: string[]): string {
  const rows = mails.map(
    (mail) => `<li><a class="mail" href="/messages/${encodeURIComponent(mail.id)}">
      <span class="subject">${escape(mail.subject) || '(no subject)'}</span>
      <span class="who">to ${escape(mail.to.join(', '))}</span> ${time(mail.receivedAt)}</a></li>`,
  );
  const empty =
    to === '' ? 'No mail yet. What Avow sends appears here.' : `No mail to an address with “${escape(to)}”.`;
  return page(
    'Inbox',
    `<h1>Inbox</h1>
    <form method="get" action="/" role="search">
      <label for="to">Recipient</label>
      <input id="to" name="to" list="recipients" value="${escape(to)}" autocomplete="off" spellcheck="false">
      <datalist id="recipients">${recipients.map((address) => `<option value="${escape(address)}"></option>`).join('')}</datalist>
      <button>Filter</button>${to === '' ? '' : ' <a href="/">Show all</a>'}
    </form>
    <p role="status" id="news" data-count="${mails.length}" data-to="${escape(to)}">${mails.length === 1 ? '1 mail' : `${mails.length} mails`}</p>
    ${mails.length === 0 ? `<p class="empty">${empty}</p>` : `<ol class="mails">${rows.join('')}</ol>`}
    <script src="/inbox.js" defer></script>`,
  );
}

/** One mail in one of its views. */
export function messagePage(mail: Message, view: View): string {
  const id = encodeURIComponent(mail.id);
  const tabs = views.map((each) => {
    const count = each === 'attachments' ? ` (${mail.attachments.length})` : '';
    return `<a href="/messages/${id}?view=${each}"${each === view ? ' aria-current="page"' : ''}>${viewNames[each]}${count}</a>`;
  });
  const bodies: Record<View, () => string> = {
    // Scripts, forms and cookies are out of reach inside; a link opens beside, where it is an ordinary page.
    html: () =>
      mail.html === ''
        ? '<p class="empty">This mail has no HTML part.</p>'
        : `<iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${id}/html"></iframe>`,
    text: () => `<pre>${linked(mail.text)}</pre>`,
    headers: () => `<pre>${escape(mail.headerLines.map(({ line }) => line).join('\n'))}</pre>`,
    attachments: () =>
      mail.attachments.length === 0
        ? '<p class="empty">This mail has no attachments.</p>'
        : mail.attachments
            .map(
              (each, index) => `<h2><a href="/messages/${id}/attachments/${index}">${escape(each.filename)}</a></h2>
        <p>${escape(each.contentType)}, ${each.bytes} bytes</p>${each.encoding === 'text' ? `<pre>${escape(each.content)}</pre>` : ''}`,
            )
            .join(''),
  };
  return page(
    mail.subject || '(no subject)',
    `<p><a href="/">← Inbox</a></p>
    <h1>${escape(mail.subject) || '(no subject)'}</h1>
    <dl><dt>From</dt><dd>${escape(mail.from)}</dd><dt>To</dt><dd>${mail.to
      .map((address) => `<a href="/?to=${encodeURIComponent(address)}">${escape(address)}</a>`)
      .join(', ')}</dd><dt>Received</dt><dd>${time(mail.receivedAt)}</dd></dl>
    <nav aria-label="Views of this mail">${tabs.join('')}</nav>
    ${bodies[view]()}`,
  );
}

/** A page for what is not there. */
export function missingPage(): string {
  return page('Not here', '<h1>Not here</h1><p>There is no such mail. <a href="/">Go to the inbox</a></p>');
}

/** The HTML of a mail, made to open its links in a new tab: it is shown in a frame that may not leave this page. */
export function framedHtml(html: string): string {
  return `<!doctype html><base target="_blank">${html}`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · Avow inbox</title><link rel="stylesheet" href="/inbox.css"></head>
<body><main>${body}</main><footer>Mail that Avow sent on this machine. Nothing here has left it.</footer></body></html>`;
}

function time(instant: number): string {
  const iso = new Date(instant).toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}

function linked(text: string): string {
  return escape(text).replace(
    /https?:\/\/[^\s<>"]+?(?=[.,;:)\]]*(?:\s|$|&gt;|&quot;))/g,
    (url) => `<a href="${url}" target="_blank" rel="noreferrer">${url}</a>`,
  );
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
