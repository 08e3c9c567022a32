import { noticeTemplates } from '../../domain/lifecycle/notices';
import type { TaskKind } from '../../domain/lifecycle/tasks';
import { quotesClauses, renderBudgetAlert, renderDigest, renderNotice, renderSignInLink } from '../../mail';
import { colours, darkColours } from '../../mail/layout/style';
import { budgetAlertInput } from '../../mail/samples/budget-alert-sample';
import { everyMail } from '../../mail/samples/every-mail';
import { findingStep } from '../../mail/samples/finding-samples';
import { digestInput, languages, noticeInput, quiet, samples, signInInput } from '../../mail/samples/samples';
import { en as taskWords } from '../../mail/task/en';

const kinds = Object.keys(taskWords.tasks) as TaskKind[];

it.each(languages)('every kind of task says in %s what to do, and no two say the same', (language) => {
  const texts = kinds.map((kind) => {
    const facts = { ...samples.task.facts, task: { kind, subject: 'app_0123456789abcdefghjk' } };
    return renderNotice(noticeInput('task', language, { facts }));
  });
  expect(new Set(texts.map(({ subject }) => subject)).size).toBe(kinds.length);
  for (const { text } of texts) expect(text).toContain('app_0123456789abcdefghjk');
});

const mails = everyMail('en');

it.each([
  ...noticeTemplates.map((template) => ({ template, facts: samples[template].facts })),
  ...(['final-notice', 'restricted', 'suspended'] as const).map((template) => ({
    template,
    facts: { ...samples[template].facts, ...findingStep },
  })),
])('whether clauses are quoted is known beforehand: $template', ({ template, facts }) => {
  const words = 'As it is asked today.';
  const asked = (clause: string) => [{ clause, en: words, zhCn: words }];
  const clauses = { law: asked('3.1'), notice: asked('3.2'), consent: asked('3.3'), rights: asked('3.4') };
  const { text } = renderNotice(noticeInput(template, 'en', { facts, clauses }));
  expect(text.includes(words)).toBe(quotesClauses({ template, facts }));
});

it('a task mail without a task is refused', () => {
  expect(() => renderNotice(noticeInput('task', 'en', { facts: { apps: [] } }))).toThrow('facts.task');
});

it('a returned item comes with its code and the words of the reviewer, marked as theirs', () => {
  const { text } = renderNotice(noticeInput('returned', 'en'));
  expect(text).toContain('sdk-not-named');
  expect(text).toContain('> Deleting takes seven taps; four is the limit.\n> — the reviewer at Perfect Corp.');
});

it('a provisional reinstatement says so, a final one does not', () => {
  const { facts } = samples.reinstated;
  const provisional = renderNotice(noticeInput('reinstated', 'en', { facts: { ...facts, provisional: true } }));
  expect(provisional.text).toContain('Provisionally');
  expect(provisional.text).toContain('new formal notice');
  expect(renderNotice(noticeInput('reinstated', 'en')).text).not.toMatch(/provisional/i);
});

it('a reminder turns from due to overdue when the day is over, not before', () => {
  const at = (now: string) => renderNotice(noticeInput('reminder', 'en', { now: Date.parse(now) })).subject;
  expect(at('2026-11-30T15:59:00Z')).toContain('Due by 30 November 2026');
  expect(at('2026-11-30T16:00:00Z')).toContain('Overdue since 30 November 2026');
});

it('a link ends reminders where there is one, at the foot', () => {
  const unsubscribe = 'https://avow.example/unsubscribe';
  const input = noticeInput('reminder', 'en');
  expect(renderNotice({ ...input, links: { ...input.links, unsubscribe } }).text.split('\n-- \n')[1]).toContain(
    unsubscribe,
  );
});

it.each(languages)('the sign-in link of %s says how long it works', (language) => {
  const { text } = renderSignInLink(signInInput(language));
  expect(text).toContain(signInInput(language).link);
  expect(text).toContain('15');
});

it('the digest shows the first of many as they come, and counts the rest', () => {
  const items = Array.from({ length: 20 }, (_, index) => ({
    organisation: { name: `Studio ${String(index).padStart(2, '0')}` },
    link: 'https://avow.example/desk',
    requestedAt: Date.parse('2026-11-20T00:00:00Z') + index * 3_600_000,
    untilOn: '2026-12-21',
  }));
  const { text } = renderDigest(digestInput('en', { ...quiet, extensions: { count: 25, items } }));
  expect(text.indexOf('Studio 00')).toBeLessThan(text.indexOf('Studio 01'));
  expect(text).toContain('Studio 19');
  expect(text).toContain('Requests for more time (25)');
  expect(text).toContain('And 5 more');
});

it('the digest counts a claimed exemption with the review in which it is decided', () => {
  const { subject } = renderDigest(digestInput('en'));
  // Two reviews, an appeal, a finding, an extension, a bounce, one who has not started.
  expect(subject).toContain('7 waiting');
});

it('the alert over the budget says how much it is, and who may release', () => {
  const { text } = renderBudgetAlert(budgetAlertInput('en'));
  expect(text).toContain('10 apps in any hour');
  expect(text).toContain('Another lead or admin confirms it');
  expect(renderBudgetAlert(budgetAlertInput('zh-CN')).text).toContain('任意一小时内 10 个应用');
});

it('a quiet digest says that nothing waits', () => {
  expect(renderDigest(digestInput('en', quiet)).text).toContain('Nothing waits for you');
  expect(renderDigest(digestInput('en')).text).not.toContain('Nothing waits for you');
});

/** WCAG 2.2, 1.4.3. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it.each([
  ['light', colours],
  ['dark', darkColours],
])('every ink can be read on its ground: %s', (_name, set) => {
  const pairs: [string, string][] = [
    ...[set.ink, set.muted, set.link, ...Object.values(set.tones)].map((ink): [string, string] => [ink, set.card]),
    ...[set.ink, set.muted, set.link].map((ink): [string, string] => [ink, set.page]),
    ...Object.values(set.notes).map(({ fill }): [string, string] => [set.ink, fill]),
    [set.actionInk, set.action],
  ];
  for (const [ink, ground] of pairs) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
});

it('an exemption that ended names no steps where all is stated, and no last day that never came', () => {
  const stated = mails['exemption-ended-stated']?.text ?? '';
  expect(stated).toContain('You have stated it already');
  expect(stated).not.toMatch(/If nothing is attested|Suspension not before/);
  const early = mails['exemption-ended-early']?.text ?? '';
  expect(early).toContain('It was granted through');
  expect(early).not.toContain('Its last day');
});

it('a delegation to draft tells that it lets the agency answer findings and appeal', () => {
  expect(mails['delegation-granted']?.text).toContain('answer findings and appeal');
});
