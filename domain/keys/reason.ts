import { fill, type Text, type TextLanguage, text } from '../catalogue/text';
import type { Standing } from '../lifecycle/state';
import type { Verdict, VerdictCode } from './verdict';

/** What a refused key is told, with where to go. `{fixUrl}` is filled in. */
const refusals: Readonly<Record<Exclude<VerdictCode, 'VALID'>, Text>> = {
  NOT_FOUND: text(
    'This key is not known. Check that it was copied whole, or issue a new one.',
    '无法识别此密钥。请检查是否复制完整，或签发新的密钥。',
  ),
  NOT_YET_ATTESTED: text(
    'Live keys work once the first attestation of the app is accepted. Attest at {fixUrl}',
    '该应用的首次声明获接受后，正式密钥才会生效。请前往 {fixUrl} 完成声明。',
  ),
  SUSPENDED_OBLIGATION: text(
    'Live keys are suspended because the attestation of the app is overdue. Attest at {fixUrl} and they work again within minutes.',
    '该应用的声明已逾期，正式密钥已暂停。请前往 {fixUrl} 完成声明，密钥会在几分钟内恢复。',
  ),
  SUSPENDED_FINDING: text(
    'Live keys are suspended because of an open finding about the app. See what to mend at {fixUrl}',
    '该应用存在未解决的问题，正式密钥已暂停。请前往 {fixUrl} 查看需要改正的内容。',
  ),
  SUSPENDED_OTHER: text(
    'Live keys of the app are suspended. The statement of reasons and how to appeal are at {fixUrl}',
    '该应用的正式密钥已暂停。理由说明及申诉方式见 {fixUrl}',
  ),
  REVOKED: text(
    'This key has ended: it was revoked, or rolled and its overlap is over. Use the key that replaced it, or issue one at {fixUrl}',
    '此密钥已失效：已被吊销，或轮换后的过渡期已结束。请使用替换后的密钥，或前往 {fixUrl} 签发新密钥。',
  ),
  OFFBOARDED: text(
    'The app no longer uses the SDK, so its keys have ended. See {fixUrl}',
    '该应用已不再使用 SDK，其密钥均已失效。详见 {fixUrl}',
  ),
};

/** What comes with a key that works while an attestation is due. */
const warnings: Readonly<Record<'ahead' | 'overdue' | 'restricted' | 'finding' | 'undated', Text>> = {
  ahead: text(
    'The attestation of the app is due by the end of {dueOn}. Attest at {fixUrl}',
    '该应用的声明应于 {dueOn} 当天结束前完成。请前往 {fixUrl}',
  ),
  overdue: text(
    'The attestation of the app was due on {dueOn}. Live keys will be suspended if it stays open. Attest at {fixUrl}',
    '该应用的声明应于 {dueOn} 完成，现已逾期。如仍未完成，正式密钥将被暂停。请前往 {fixUrl}',
  ),
  restricted: text(
    'The app is restricted: its attestation was due on {dueOn}. Live keys will be suspended next. Attest at {fixUrl}',
    '该应用已受限：声明应于 {dueOn} 完成。下一步将暂停正式密钥。请前往 {fixUrl}',
  ),
  finding: text(
    'A finding about the app is open. It has to be cured by the end of {dueOn}; live keys will be suspended if it stays open. See what to mend at {fixUrl}',
    '该应用有一项问题认定尚未解决，应于 {dueOn} 当天结束前改正，否则正式密钥将被暂停。请前往 {fixUrl} 查看需要改正的内容。',
  ),
  undated: text('The app has an attestation to make. See {fixUrl}', '该应用尚有声明需要完成。详见 {fixUrl}'),
};

/** The sentence that goes with an answer, in the asker's language; null where there is nothing to say. */
export function reasonOf(verdict: Verdict, fixUrl: string, language: TextLanguage): string | null {
  if (verdict.code !== 'VALID') return fill(refusals[verdict.code][language], { fixUrl });
  const { attestation, findingDueOn } = verdict;
  // Its time is the shortest, so it is what the asker hears of first.
  if (findingDueOn !== undefined) return fill(warnings.finding[language], { dueOn: findingDueOn, fixUrl });
  if (attestation === null) return null;
  if (attestation.dueOn === null) return fill(warnings.undated[language], { fixUrl });
  return fill(warnings[tone(attestation.state)][language], { dueOn: attestation.dueOn, fixUrl });
}

function tone(standing: Standing): 'ahead' | 'overdue' | 'restricted' {
  if (standing === 'restricted' || standing === 'suspended') return 'restricted';
  return standing === 'grace' ? 'overdue' : 'ahead';
}
