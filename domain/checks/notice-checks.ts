import { addDays } from '../calendar/zoned';
import { text } from '../catalogue/text';
import { namesOf } from '../products/sdk-vendor';
import { type Check, type CheckFacts, type CheckFinding, found, reached } from './check';
import { mentions } from './page-text';
import { readPrivacySetting } from './wechat-privacy-setting';

/** A notice older than this is worth a look: three years. */
const oldNoticeDays = 1096;

/** The checks of what end users are told. */
export const noticeChecks: readonly Check[] = [
  {
    name: 'privacy-policy-reachable',
    obligation: 'notice',
    look({ answers, pages }) {
      const url = answers.notice?.privacyPolicyUrl;
      return typeof url === 'string' ? { outcome: reached(url, pages[url]), detail: found(url, pages[url]) } : null;
    },
  },
  {
    name: 'vendor-named',
    obligation: 'notice',
    look: (facts) => namedInPage(facts, namesOf(facts.vendor)),
  },
  {
    name: 'sdk-named',
    obligation: 'notice',
    look: (facts) => namedInPage(facts, namesOf(facts.product)),
  },
  {
    name: 'clause-names-sdk',
    obligation: 'notice',
    look(facts) {
      const clause = facts.answers.notice?.thirdPartyClause;
      if (typeof clause !== 'string') return null;
      const isNamed = [namesOf(facts.vendor), namesOf(facts.product)].every((names) =>
        names.some((name) => mentions(clause, name)),
      );
      return isNamed
        ? {
            outcome: 'green',
            detail: text('The quoted clause names the SDK and its vendor.', '所引用的条款写明了 SDK 及其提供方。'),
          }
        : {
            outcome: 'red',
            detail: text(
              'The quoted clause must name both the SDK and its vendor.',
              '所引用的条款须同时写明 SDK 及其提供方。',
            ),
          };
    },
  },
  {
    name: 'clause-in-page',
    obligation: 'notice',
    look(facts) {
      const clause = facts.answers.notice?.thirdPartyClause;
      if (typeof clause !== 'string') return null;
      const pageText = policyText(facts);
      if (pageText === null) return unreadable;
      return mentions(pageText, clause)
        ? { outcome: 'green', detail: text('The quoted clause stands in the page.', '页面中包含所引用的条款。') }
        : {
            outcome: 'red',
            detail: text(
              'The quoted clause is not in the page. Copy it word for word, or publish it.',
              '页面中没有所引用的条款。请逐字复制，或先行发布。',
            ),
          };
    },
  },
  {
    name: 'notice-in-effect',
    obligation: 'notice',
    look({ answers, today }) {
      const day = answers.notice?.effectiveOn;
      if (typeof day !== 'string') return null;
      if (day > today) {
        return {
          outcome: 'red',
          detail: text(`The notice takes effect only on ${day}.`, `该告知到 ${day} 才生效。`),
        };
      }
      const isOld = day < addDays(today, -oldNoticeDays);
      return {
        outcome: isOld ? 'amber' : 'green',
        detail: isOld
          ? text(
              `In effect since ${day}: more than three years. See that it still holds.`,
              `自 ${day} 起生效，已逾三年，请确认仍然适用。`,
            )
          : text(`In effect since ${day}.`, `自 ${day} 起生效。`),
      };
    },
  },
  {
    name: 'privacy-setting-names-sdk',
    obligation: 'notice',
    look({ answers, vendor, product }) {
      const json = answers.notice?.privacySetting;
      if (typeof json !== 'string') return null;
      const reading = readPrivacySetting(json, { vendor, product });
      return { outcome: reading.outcome, detail: reading.explanation };
    },
  },
];

const unreadable: CheckFinding = {
  outcome: 'amber',
  detail: text(
    'The text of the privacy policy could not be read. Look at the page itself.',
    '未能读取隐私政策的文字，请人工查看页面。',
  ),
};

/** The text of the privacy policy; null when there is none to look into, or the page is not the one that was named. */
function policyText({ answers, pages }: CheckFacts): string | null {
  const url = answers.notice?.privacyPolicyUrl;
  const page = typeof url === 'string' ? pages[url] : undefined;
  return page?.status === 200 && page.text?.trim() ? page.text : null;
}

function namedInPage(facts: CheckFacts, names: readonly string[]): CheckFinding | null {
  if (typeof facts.answers.notice?.privacyPolicyUrl !== 'string') return null;
  const pageText = policyText(facts);
  if (pageText === null) return unreadable;
  const name = names.find((candidate) => mentions(pageText, candidate));
  return name
    ? { outcome: 'green', detail: text(`The page names ${name}.`, `页面写明了“${name}”。`) }
    : {
        outcome: 'red',
        detail: text(`The page names none of: ${names.join(', ')}.`, `页面未写明以下任何名称：${names.join('、')}。`),
      };
}
