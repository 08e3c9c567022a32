import type { AppId } from '../../domain/ids';
import { noticeTemplates } from '../../domain/lifecycle/notices';
import {
  renderDelegateInvitation,
  renderDelegationChanged,
  renderDigest,
  renderNotice,
  renderSignInLink,
  renderStaffInvitation,
} from '../../mail';
import { delegateInput, delegationChangedInput } from '../../mail/samples/delegation-samples';
import { digestInput, languages, listed, noticeInput, samples, signInInput } from '../../mail/samples/samples';
import { staffInvitationInput } from '../../mail/samples/staff-sample';

const script = '<script>alert(1)</script>';
const hostile = `"'&${script}\r\nBcc: everybody@example.com\u2028\u202eevil\u0000 {place} \${x} http://phish.example`;

describe.each(languages)('words of strangers in %s', (language) => {
  it.each(noticeTemplates)('%s shows them as text and lets them break nothing', (template) => {
    const input = noticeInput(template, language);
    const { facts } = samples[template];
    const apps = Object.fromEntries(
      Object.entries(input.apps).map(([id, app]) => [id, { ...app, name: hostile }]),
    ) as Record<AppId, { name: string; sdkProduct: 'native' }>;
    const mail = renderNotice({
      ...input,
      recipient: { name: hostile },
      organisation: { name: hostile },
      apps,
      vendor: { ...input.vendor, name: hostile },
      facts: {
        ...facts,
        ...(facts.returned && {
          returned: facts.returned.map((one) => ({ ...one, reason: hostile, reasonCode: hostile })),
        }),
        ...(facts.question && { question: { ...facts.question, words: hostile } }),
        ...(facts.exemption && { exemption: { ...facts.exemption, statute: hostile, reason: hostile } }),
        ...(facts.appeal && { appeal: { ...facts.appeal, words: hostile } }),
        ...(facts.decision && { decision: { ...facts.decision, reason: hostile, clause: hostile } }),
        ...(facts.lift && { lift: { ...facts.lift, reason: hostile } }),
        ...(facts.termination && { termination: { ...facts.termination, reason: hostile } }),
        ...(facts.extension && { extension: { ...facts.extension, reason: hostile } }),
      },
    });
    expect(mail.html).not.toContain('<script');
    expect(mail.html).toContain('&lt;script&gt;');
    expect(mail.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u);
    expect(mail.text).not.toMatch(/^Bcc:/m);
    expect(mail.text + mail.html).not.toMatch(/[\u2028\u202e\r]|\p{Cc}(?<!\n)/u);
    for (const { content } of mail.attachments) expect(content).not.toMatch(/^Bcc:/m);
  });

  it('mails about a delegation show them as text too', () => {
    const names = { recipient: { name: hostile }, organisation: { name: hostile }, agency: { name: hostile } };
    for (const { html, text, subject } of [
      renderDelegateInvitation({ ...delegateInput(language), ...names }),
      renderDelegationChanged({ ...delegationChangedInput(language, 'granted'), ...names }),
    ]) {
      expect(html).not.toContain('<script');
      expect(html).toContain('&lt;script&gt;');
      expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u);
      expect(text).not.toMatch(/^Bcc:/m);
    }
  });

  it('the invitation to the desk shows them as text too', () => {
    const names = { recipient: { name: hostile }, addedBy: { name: hostile } };
    const { html, text } = renderStaffInvitation({ ...staffInvitationInput(language), ...names });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
    expect(text).not.toMatch(/^Bcc:/m);
  });

  it('the sign-in link and the digest show them as text too', () => {
    const row = { organisation: { name: hostile }, link: 'https://avow.example/desk' };
    const bounced = listed({ ...row, what: hostile, bouncedAt: 0 });
    for (const { html, subject } of [
      renderSignInLink({ ...signInInput(language), recipient: { name: hostile } }),
      renderDigest(digestInput(language, { recipient: { name: hostile }, bounced })),
    ]) {
      expect(html).not.toContain('<script');
      expect(html).toContain('&lt;script&gt;');
      expect(subject).not.toMatch(/[\r\n]/);
    }
  });
});

it('a name is no clickable address', () => {
  const { text } = renderNotice(
    noticeInput('reminder', 'en', { organisation: { name: 'Win at https://phish.example' } }),
  );
  expect(text).not.toContain('https://phish.example');
});

it('a name cannot take over the mail by its length', () => {
  const { subject } = renderNotice(noticeInput('reminder', 'en', { organisation: { name: 'x'.repeat(5000) } }));
  expect(subject.length).toBeLessThanOrEqual(250);
});

it.each(['javascript:alert(1)', 'data:text/html,x', '/relative', ''])('a link to %j is refused', (act) => {
  expect(() => renderNotice(noticeInput('reminder', 'en', { links: { act } }))).toThrow(RangeError);
});

it('an address with quotes in it stays inside its attribute', () => {
  const { html } = renderNotice(noticeInput('reminder', 'en', { links: { act: 'https://avow.example/?a="><b>x' } }));
  expect(html).not.toContain('<b>');
});

it('an app whose name is gone is named by its id', () => {
  const { text } = renderNotice(noticeInput('accepted', 'en', { apps: {} }));
  expect(text).toContain('app_mirror0000000000001');
});
