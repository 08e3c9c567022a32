import { datesIn } from '../../domain/calendar/dates';
import { noticeTemplates } from '../../domain/lifecycle/notices';
import { renderNotice } from '../../mail';
import { everyMail } from '../../mail/samples/every-mail';
import { appNames, languages, links, noticeInput, samples, timeZone } from '../../mail/samples/samples';

/** What a reader sees of the HTML: no tags, no styles, no comments, entities as characters, blank space as one space. */
function seen(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return body
    .replace(/<!--.*?-->/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? '')
    .replace(/\s+/g, ' ');
}

const addressesIn = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
const isoDay = (text: string) => text.replace(/\s+/g, ' ');

describe.each(languages)('every mail in %s', (language) => {
  const mails = Object.entries(everyMail(language));

  it.each(mails)('%s says something in subject, text and HTML, and nothing that is a slip', (_name, mail) => {
    expect(mail.subject.length).toBeGreaterThan(5);
    for (const part of [mail.subject, mail.text, mail.html]) {
      expect(part).not.toMatch(/undefined|NaN|\[object|Invalid Date|null|\$\{/);
      expect(part).not.toMatch(/[^.]\.\.(?!\.)/);
    }
  });

  it.each(mails)('%s has twins that say the same', (_name, mail) => {
    const shown = seen(mail.html).replaceAll(' ', '');
    // Every line of the text, without what marks it, is in the HTML; links show their address in the text only.
    for (const row of mail.text.split('\n')) {
      const words = row
        .replace(/^(?:[-=]{2,}\s*|- |> — |> |! )/, '')
        .replace(/ <https?:[^>]*>/g, '')
        .replace(/^https?:\S+$/, '')
        .split(/(?<=^[^:：]{0,60})[:：]\s*| · /)
        .map((part) => part.replace(/\s+/g, ''));
      for (const part of words.filter((one) => one !== '')) expect(shown).toContain(part);
    }
    for (const address of addressesIn(mail.html)) expect(mail.text).toContain(address.replace(/^mailto:/, ''));
  });

  it.each(mails)('%s is a whole page in its language that loads nothing and runs nothing', (_name, mail) => {
    expect(mail.html).toMatch(new RegExp(`^<!doctype html>\\s<html lang="${language}"`));
    expect(mail.html).not.toMatch(/<(?:img|script|link|iframe|form|object)\b|url\(|@import|\son\w+=/i);
    expect(mail.html.match(/<h1/g)).toHaveLength(1);
    expect(Buffer.byteLength(mail.html)).toBeLessThan(60_000);
    const open = [...mail.html.matchAll(/<(div|p|table|tr|td|th|ul|li|h1|h2|a|blockquote|strong)\b/g)].length;
    const closed = [...mail.html.matchAll(/<\/(div|p|table|tr|td|th|ul|li|h1|h2|a|blockquote|strong)>/g)].length;
    expect(closed).toBe(open);
  });

  it.each(noticeTemplates)('%s names its apps, its days with their weekday, and the page to go to', (template) => {
    const { text, html } = renderNotice(noticeInput(template, language));
    const dates = datesIn(language, timeZone);
    for (const twin of [text, seen(html)]) {
      for (const day of samples[template].days) expect(isoDay(twin)).toContain(dates.day(day));
    }
    const shown = appNames.slice(0, samples[template].facts.apps.length);
    for (const name of shown) {
      expect(text).toContain(name);
      expect(seen(html)).toContain(name);
    }
    expect(text).toContain(links.act);
    expect(addressesIn(html)).toContain(links.act);
  });

  it.each(noticeTemplates)('%s is the same to the byte when it is rendered again', (template) => {
    expect(renderNotice(noticeInput(template, language))).toEqual(renderNotice(noticeInput(template, language)));
  });
});

describe('the two languages', () => {
  const en = everyMail('en');
  const zh = everyMail('zh-CN');

  it.each(Object.keys(en))('%s has the same parts, links and codes in both', (name) => {
    const one = en[name];
    const other = zh[name];
    if (!one || !other) throw new Error(`no ${name}`);
    const parts = (html: string) => html.match(/<(?:h1|h2|table|tr|ul|li|blockquote|a)\b/g);
    expect(parts(other.html)).toEqual(parts(one.html));
    expect(addressesIn(other.html)).toEqual(addressesIn(one.html));
    const codes = (text: string) => text.match(/\b(?:[a-z]{3}_[0-9a-z]{8,}|3\.[1-4]|SUSPENDED_OBLIGATION|UTC\+8)/g);
    expect(codes(other.text)).toEqual(codes(one.text));
    expect(other.attachments).toHaveLength(one.attachments.length);
    // Words that are the same in both were forgotten: Chinese mails are in Chinese.
    expect(other.subject).toMatch(/\p{Script=Han}/u);
    expect(seen(one.html).replace(/试妆小程序|隐私政策页面没有写明|的名称/g, '')).not.toMatch(/\p{Script=Han}/u);
  });
});
