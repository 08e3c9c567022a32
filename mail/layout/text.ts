import type { Language } from '../../domain/lifecycle/state';
import type { Block, Content, Line } from '../content';
import type { Frame } from './frame';

/** The plain-text twin. Lines are as long as their sentence: mail programs wrap, and an address must stay in one piece. */
export function textOf(content: Content, frame: Frame): string {
  const { title } = content;
  const colon = colons[frame.language];
  const parts = [
    `${frame.vendor} · ${content.kind}`,
    `${title}\n${'='.repeat(Math.min(72, widthOf(title)))}`,
    ...content.blocks.map((part) => block(part, colon)),
    `-- \n${frame.footer.map(inline).join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What stands between a label and its value. */
const colons: Readonly<Record<Language, string>> = { en: ': ', 'zh-CN': '：' };

function block(part: Block, colon: string): string {
  switch (part.kind) {
    case 'paragraph':
      return inline(part.line);
    case 'heading':
      return `${part.words}\n${'-'.repeat(Math.min(72, widthOf(part.words)))}`;
    case 'facts':
      return part.rows.map(({ label, value }) => `${label}${colon}${inline(value)}`).join('\n');
    case 'list':
      return part.items
        .map(({ title, lines }) => {
          const [first = '', ...rest] = [...(title ? [title] : []), ...lines].map(inline);
          return [`- ${first}`, ...rest.map((one) => `  ${one}`)].join('\n');
        })
        .join('\n');
    case 'quote':
      return `> ${part.words}\n> — ${part.by}`;
    case 'note':
      return `${part.tone === 'warning' ? '! ' : ''}${inline(part.line)}`;
    case 'button':
      return `${part.label}${colon.trimEnd()}\n${part.href}`;
  }
}

function inline(spans: Line): string {
  return spans
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('strong' in span) return span.strong;
      return span.href === span.link || span.href === `mailto:${span.link}` ? span.link : `${span.link} <${span.href}>`;
    })
    .join('');
}

/** Chinese characters take two columns. */
function widthOf(words: string): number {
  return [...words].reduce((width, character) => width + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0);
}
