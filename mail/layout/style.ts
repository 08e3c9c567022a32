import type { Language } from '../../domain/lifecycle/state';

/** Every pair of ink and ground that meets has a contrast of at least 4.5 to 1; a test measures it. */
export const colours = {
  page: '#f2f4f7',
  card: '#ffffff',
  ink: '#1d2733',
  muted: '#4f5d6b',
  rule: '#d9dfe6',
  link: '#1a4fb4',
  action: '#1a4fb4',
  actionInk: '#ffffff',
  tones: { calm: '#1a4fb4', good: '#1b6e3c', warning: '#9a4d00', serious: '#b3261e' },
  notes: { calm: { fill: '#edf3fc', edge: '#1a4fb4' }, warning: { fill: '#fff4e0', edge: '#9a4d00' } },
} as const;

export const darkColours = {
  page: '#11161c',
  card: '#1b222b',
  ink: '#e8ecf0',
  muted: '#aeb9c4',
  rule: '#3a4551',
  link: '#9cc0ff',
  action: '#9cc0ff',
  actionInk: '#0b1d3d',
  tones: { calm: '#9cc0ff', good: '#7fd6a0', warning: '#ffbd6e', serious: '#ff9d94' },
  notes: { calm: { fill: '#1f2d42', edge: '#9cc0ff' }, warning: { fill: '#3a2c16', edge: '#ffbd6e' } },
} as const;

const latin = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial";
const chinese = "'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC'";
export const fonts: Readonly<Record<Language, string>> = {
  en: `${latin},sans-serif`,
  'zh-CN': `${latin},${chinese},sans-serif`,
};

/** On a phone the two columns of facts become lines, and the card keeps its width for words. */
export const narrowStyles = `
@media (max-width:480px){
.outer{padding:16px 8px!important}
.card{padding:20px 18px 24px!important}
.facts th,.facts td{display:block!important;width:auto!important}
.facts th{border-bottom:0!important;padding:10px 0 0!important}
.facts td{padding:0 0 10px!important}
.button{display:block!important;text-align:center!important}
}`;

const dark = darkColours;
/** Mail programs that turn colours around on their own find inline ones; those that ask find these. */
export const darkStyles = `
@media (prefers-color-scheme:dark){
.page{background:${dark.page}!important;color:${dark.ink}!important}
.card{background:${dark.card}!important;border-left-color:${dark.rule}!important;border-right-color:${dark.rule}!important;border-bottom-color:${dark.rule}!important}
.muted{color:${dark.muted}!important}
.rule,.facts{border-color:${dark.rule}!important}
.link{color:${dark.link}!important}
.button{background:${dark.action}!important;color:${dark.actionInk}!important}
${(['calm', 'good', 'warning', 'serious'] as const).map((tone) => `.tone-${tone}{color:${dark.tones[tone]}!important}`).join('\n')}
.note-calm{background:${dark.notes.calm.fill}!important;border-color:${dark.notes.calm.edge}!important}
.note-warning{background:${dark.notes.warning.fill}!important;border-color:${dark.notes.warning.edge}!important}
}
`;
