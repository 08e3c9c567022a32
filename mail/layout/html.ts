import type { Block, Content, Line, ListItem } from '../content';
import type { Frame } from './frame';
import { colours, darkStyles, fonts, narrowStyles } from './style';

/** The HTML twin: no images, no remote parts, no script, inline style, readable in dark mode and at 360 px. */
export function htmlOf(content: Content, frame: Frame): string {
  const { ink, muted, page, card, rule } = colours;
  const stripe = colours.tones[content.tone];
  return `<!doctype html>
<html lang="${frame.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escape(content.subject)}</title>
<style>${narrowStyles}${darkStyles}</style>
</head>
<body class="page" style="margin:0;padding:0;background:${page};color:${ink};font-family:${fonts[frame.language]};font-size:16px;line-height:1.6;-webkit-text-size-adjust:100%;word-break:break-word;overflow-wrap:anywhere">
<div style="display:none;max-height:0;overflow:hidden">${escape(content.preview)}</div>
<!--[if mso]><table role="presentation" align="center" width="640"><tr><td><![endif]-->
<div class="outer" role="article" aria-roledescription="email" aria-label="${escape(content.title)}" lang="${frame.language}" style="max-width:640px;margin:0 auto;padding:32px 16px">
<p class="muted" style="margin:0 0 12px;padding:0 4px;color:${muted};font-size:14px;font-weight:600">${escape(frame.vendor)}</p>
<div class="card" style="background:${card};border:1px solid ${rule};border-top:4px solid ${stripe};border-radius:8px;padding:28px 32px 32px">
<p class="tone-${content.tone}" style="margin:0 0 4px;color:${stripe};font-size:14px;font-weight:600">${escape(content.kind)}</p>
<h1 style="margin:0 0 20px;font-size:24px;line-height:1.3;font-weight:700">${escape(content.title)}</h1>
${content.blocks.map(block).join('\n')}
</div>
<div class="muted" style="padding:20px 4px 0;color:${muted};font-size:13px;line-height:1.6">
${frame.footer.map((spans) => `<p style="margin:0 0 6px">${inline(spans)}</p>`).join('\n')}
</div>
</div>
<!--[if mso]></td></tr></table><![endif]-->
</body>
</html>
`;
}

function block(part: Block): string {
  const { muted, rule, action, actionInk, notes } = colours;
  switch (part.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px">${inline(part.line)}</p>`;
    case 'heading':
      return `<h2 style="margin:28px 0 10px;font-size:17px;line-height:1.4;font-weight:700">${escape(part.words)}</h2>`;
    case 'facts':
      return `<table class="facts" style="width:100%;border-collapse:collapse;margin:0 0 20px;border-top:1px solid ${rule}">
${part.rows.map(row).join('\n')}
</table>`;
    case 'list':
      return `<ul style="margin:0 0 20px;padding:0;list-style:none">
${part.items.map(listItem).join('\n')}
</ul>`;
    case 'quote':
      return `<blockquote class="rule" style="margin:0 0 20px;padding:2px 0 2px 16px;border-left:3px solid ${rule}">
<p style="margin:0 0 4px">${escape(part.words)}</p>
<p class="muted" style="margin:0;color:${muted};font-size:14px">— ${escape(part.by)}</p>
</blockquote>`;
    case 'note':
      return `<p class="note-${part.tone}" style="margin:0 0 20px;padding:12px 16px;border-radius:6px;border-left:4px solid ${notes[part.tone].edge};background:${notes[part.tone].fill}">${inline(part.line)}</p>`;
    case 'button':
      return `<p style="margin:24px 0"><a class="button" href="${escape(part.href)}" style="display:inline-block;padding:12px 24px;border-radius:6px;background:${action};color:${actionInk};font-weight:600;text-decoration:none">${escape(part.label)}</a></p>`;
  }
}

function row({ label, value }: { label: string; value: Line }): string {
  const { muted, rule } = colours;
  const edge = `border-bottom:1px solid ${rule};padding:10px 0;text-align:left;vertical-align:top`;
  return `<tr><th class="muted rule" scope="row" style="${edge};width:36%;padding-right:16px;color:${muted};font-size:14px;font-weight:400;line-height:1.7">${escape(label)}</th><td class="rule" style="${edge}">${inline(value)}</td></tr>`;
}

function listItem({ title, lines }: ListItem): string {
  const { muted, rule } = colours;
  const head = title ? `<div style="font-weight:600">${inline(title)}</div>` : '';
  const rest = lines.map((one) => `<div class="muted" style="color:${muted};font-size:15px">${inline(one)}</div>`);
  return `<li class="rule" style="margin:0 0 12px;padding:0 0 0 14px;border-left:3px solid ${rule}">${head}${rest.join('')}</li>`;
}

function inline(spans: Line): string {
  return spans
    .map((span) => {
      if (typeof span === 'string') return escape(span);
      if ('strong' in span) return `<strong>${escape(span.strong)}</strong>`;
      return `<a class="link" href="${escape(span.href)}" style="color:${colours.link};text-decoration:underline">${escape(span.link)}</a>`;
    })
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element and in a quoted attribute. */
export function escape(words: string): string {
  return words.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
