import { datesIn } from '../../domain/calendar/dates';
import { renderNotice } from '../../mail';
import { finding } from '../../mail/samples/finding-samples';
import { appNames, languages, links, noticeInput, timeZone } from '../../mail/samples/samples';

/** Rule 1: a gate opens for a notice with these five things. */
describe.each(languages)('the formal notice in %s is a statement of reasons', (language) => {
  const { text, subject } = renderNotice(noticeInput('formal-notice', language));
  const dates = datesIn(language, timeZone);

  it('the facts: whose, which apps, what was due when, what is missing', () => {
    expect(text).toContain(language === 'en' ? 'Bright Studio Ltd.' : '明亮工作室');
    for (const name of appNames) expect(text).toContain(name);
    expect(text).toContain(dates.zonedDay('2026-11-30'));
    expect(text).toContain(dates.moment(Date.parse('2026-12-01T02:00:00Z')));
    expect(subject).toContain(dates.shortDay('2026-11-30'));
  });

  it('the clause: every outstanding one, word for word', () => {
    for (const clause of ['3.1', '3.2', '3.3', '3.4'])
      expect(text).toMatch(new RegExp(`(?:Instructions |第 )${clause}`));
    expect(text).toContain('We comply with all the applicable laws, policies and regulations');
    expect(text).toContain('Unless otherwise provided by applicable law');
  });

  it('the clause as it is asked, in the language of the reader; what has no such words in English, and it says so', () => {
    const rights = [{ clause: '3.4', en: 'You answer within five working days.', zhCn: '您应在五个工作日内答复。' }];
    const asked = renderNotice(noticeInput('formal-notice', language, { clauses: { rights } })).text;
    expect(asked).toContain(language === 'en' ? rights[0]?.en : rights[0]?.zhCn);
    expect(asked).not.toContain(language === 'en' ? rights[0]?.zhCn : rights[0]?.en);
    expect(asked).toContain('We comply with all the applicable laws, policies and regulations');
    expect(asked.includes('未记录中文文本的')).toBe(language === 'zh-CN');
    expect(text.includes('以下条款照录政策原文（英文）')).toBe(language === 'zh-CN');
  });

  it('only the clauses of what is outstanding', () => {
    const input = noticeInput('formal-notice', language);
    const apps = input.facts.apps.map((app) => ({ ...app, outstanding: ['rights' as const] }));
    const narrow = renderNotice({ ...input, facts: { ...input.facts, apps } }).text;
    expect(narrow).toContain('3.4');
    expect(narrow).not.toMatch(/3\.[123]/);
  });

  it('the days before which neither step can happen, with their zone', () => {
    expect(text).toContain(dates.zonedDay('2026-12-16'));
    expect(text).toContain(dates.zonedDay('2026-12-30'));
    expect(text).toContain('UTC+8');
  });

  it('the remedy and the appeal', () => {
    expect(text).toContain(links.act);
    expect(text).toContain(links.appeal);
  });

  it('an appeal by mail where there is no page for it, against what comes and not from the day of this notice', () => {
    const input = noticeInput('formal-notice', language, {
      links: { act: links.act },
      extra: { appealUntilOn: '2026-12-31', appealWithinDays: 30 },
    });
    const heading = language === 'en' ? '5. How to appeal' : '五、如何申诉';
    const section = renderNotice(input).text.split(heading)[1];
    expect(section).toContain('sdk-privacy@vendor.example');
    expect(section).toMatch(/within 30 days of it|实施后 30 天内/);
    expect(section).not.toContain(dates.zonedDay('2026-12-31'));
  });

  it.each([
    ['final-notice', false],
    ['extension-refused', false],
    ['revoked', false],
    ['termination-notice', false],
    ['restricted', true],
    ['suspended', true],
    ['returned', true],
    ['finding-notice', true],
    ['finding-not-cured', true],
    ['suspended-by-decision', true],
  ] as const)('%s names a last day for an appeal only where something was decided: %s', (template, isDecided) => {
    const extra = { appealUntilOn: '2028-02-09', appealWithinDays: 30 } as const;
    const { text: said } = renderNotice(noticeInput(template, language, { extra }));
    expect(said.includes(dates.zonedDay('2028-02-09'))).toBe(isDecided);
  });
});

describe.each(languages)('the final notice in %s', (language) => {
  const { text, subject } = renderNotice(noticeInput('final-notice', language));
  const dates = datesIn(language, timeZone);

  it('names the earliest moment with its zone, the apps, what stops, the clause, the remedy and the appeal', () => {
    expect(text).toContain(dates.moment(Date.parse('2026-12-30T02:00:00Z')));
    expect(text).toContain('10:00');
    expect(subject).toContain(dates.shortDay('2026-12-30'));
    for (const name of appNames) expect(text).toContain(name);
    expect(text).toContain('SUSPENDED_OBLIGATION');
    expect(text).toContain('3.1');
    expect(text).toContain(links.act);
    expect(text).toContain(links.appeal);
  });
});

it('a restriction notice does not tell of the standing before it', () => {
  const { text } = renderNotice(noticeInput('restricted', 'en'));
  expect(text).not.toMatch(/in grace/i);
});

describe.each(languages)('the termination notice in %s', (language) => {
  const { text, subject } = renderNotice(noticeInput('termination-notice', language));
  const dates = datesIn(language, timeZone);

  it('says why in the words of who announced it, the clause, the earliest day, the remedy and the appeal', () => {
    expect(text).toContain('names no vendor either');
    expect(text).toMatch(/(?:clause |第 )3\.1/);
    expect(text).toContain(dates.zonedDay('2027-03-01'));
    expect(subject).toContain(dates.shortDay('2027-03-01'));
    expect(text).toContain('REVOKED');
    expect(text).toContain(links.act);
    expect(text).toContain(links.appeal);
  });

  it('asks for a cure where the app is suspended for a finding, and tells what was found', () => {
    const input = noticeInput('termination-notice', language);
    const ofFinding = renderNotice({ ...input, facts: { ...input.facts, finding } }).text;
    expect(ofFinding).toContain(finding.facts);
    expect(ofFinding).toContain(language === 'en' ? 'answer the finding in the portal' : '在门户中答复');
    expect(ofFinding).not.toMatch(/Complete and sign the attestation|请完成并签署声明/);
  });

  it('promises an offboarded developer no cure', () => {
    const facts = { apps: [], termination: { kind: 'offboarding', reason: 'No.', notBeforeOn: '2027-03-01' } } as const;
    const offboarding = renderNotice(noticeInput('termination-notice', language, { facts: { ...facts, apps: [] } }));
    expect(offboarding.text).toContain('OFFBOARDED');
    expect(offboarding.text).not.toContain('3.1');
  });
});

describe.each(languages)('the formal notice of a finding in %s is a statement of reasons', (language) => {
  const { text, subject } = renderNotice(noticeInput('finding-notice', language));
  const dates = datesIn(language, timeZone);

  it('with the facts in the words of who found them, the clause word for word, the days, the remedy and the appeal', () => {
    expect(subject).toContain('Pocket Mirror');
    expect(text).toContain('The privacy policy of 30 November names neither the SDK nor its vendor.');
    expect(text).toContain('https://studio.example/privacy');
    expect(text).toMatch(/(?:Instructions |第 )3\.2/);
    expect(text).not.toMatch(/3\.[134]/);
    for (const day of ['2026-12-08', '2026-12-09', '2026-12-16']) expect(text).toContain(dates.zonedDay(day));
    expect(text).toContain(links.act);
    expect(text).toContain(links.appeal);
  });

  it('and a mail that is about a finding does not ask to attest', () => {
    for (const template of ['finding-notice', 'finding-not-cured'] as const)
      expect(renderNotice(noticeInput(template, language)).text).not.toMatch(/Attest now|立即声明/);
  });
});

it('a word about a finding without a finding is refused', () => {
  expect(() => renderNotice(noticeInput('finding-cured', 'en', { facts: { apps: [] } }))).toThrow('facts.finding');
});
