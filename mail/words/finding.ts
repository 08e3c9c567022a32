import type { Language } from '../../domain/lifecycle/state';
import { inLanguage } from './index';

const en = {
  obligationLabel: 'What it is about',
  clauseLabel: 'Clause',
  cureBy: 'To be cured by the end of',
  wasToBeCured: 'Was to be cured by the end of',
  foundBy: (vendor: string) => `${vendor}, in the words of who raised it`,
  decidedBy: (vendor: string) => `${vendor}, in the words of who decided`,
  evidenceHeading: 'What shows it',
  clauseHeading: 'The clause it rests on',
  answer: 'Answer the finding',
  remedy:
    'Put right what was found, then answer the finding in the portal: say what you changed and show it. A person or a check of ours then looks at it.',
  cure: 'It is never too late to answer. Once the answer is found to cure it, what the finding led to ends at once, and live keys suspended for it alone work again within minutes.',
  clockStops:
    'While one of your first two answers waits for us, the clock of the finding stands still: the dates ahead can only move later.',
  alone:
    'A finding runs on its own clock. Attesting does not cure it, and answering it does not replace an attestation that is due.',
  otherwise: 'If it is not cured',
  beside: (count: number) =>
    count === 1
      ? 'Beside the attestation a finding about the app is open. It runs on its own clock, and what it has led to stays until it is cured: see the mails about it.'
      : `Beside the attestation ${count} findings about the app are open. They run on their own clocks, and what they have led to stays until they are cured: see the mails about them.`,
};

export type FindingWords = typeof en;

const zhCn: FindingWords = {
  obligationLabel: '所涉事项',
  clauseLabel: '依据条款',
  cureBy: '改正截止日期（当天结束前）',
  wasToBeCured: '原改正截止日期（当天结束前）',
  foundBy: (vendor) => `${vendor}认定人员原话`,
  decidedBy: (vendor) => `${vendor}审核人员原话`,
  evidenceHeading: '相关证据',
  clauseHeading: '依据条款原文',
  answer: '答复该问题认定',
  remedy: '请先改正所认定的问题，再在门户中答复：说明作了哪些改动，并附上证明。之后由我方人员或自动检查进行核实。',
  cure: '任何时候答复都不算太迟。一经认定已改正，由此产生的措施立即解除；仅因该问题而暂停的正式密钥会在几分钟内恢复。',
  clockStops: '贵方的前两次答复在等待我方认定期间，该问题的期限停止计算：后续日期只会推后，不会提前。',
  alone: '问题认定有自己的期限。完成声明不能代替改正，答复问题也不能代替到期的声明。',
  otherwise: '如未改正',
  beside: (count) =>
    `除声明之外，该应用另有 ${count} 项问题认定尚未了结，各有自己的期限；在改正之前，由其产生的措施继续有效，详见相关邮件。`,
};

export function findingWords(language: Language): FindingWords {
  return inLanguage(language, en, zhCn);
}
