import { isObject } from '../catalogue/judging';
import { urlsToCheck } from '../catalogue/references';
import { type Text, text } from '../catalogue/text';
import { type Check, type CheckOutcome, found, reached } from './check';
import { worst } from './outcome';

/** The longest promise to answer where the app is offered in China, in working days. */
const longestResponseInChina = 15;

const rightWords: Readonly<Record<string, Text>> = {
  choose: text('choose', '选择'),
  access: text('access', '访问'),
  revise: text('revise', '更正'),
  delete: text('delete', '删除'),
  withdraw: text('withdraw', '撤回'),
};

/** The checks of how end users exercise their rights. */
export const rightsChecks: readonly Check[] = [
  {
    name: 'rights-answered-in-time',
    obligation: 'rights',
    look({ answers }) {
      const markets = answers.law?.targetMarkets;
      const rows = answers.rights?.rights;
      if (!isObject(rows) || !Array.isArray(markets) || !markets.includes('CN')) return null;
      const late = Object.entries(rows)
        .filter(([, row]) => !isInTime(row))
        .map(([right]) => rightWords[right] ?? text(right, right));
      return late.length === 0
        ? {
            outcome: 'green',
            detail: text('Every right is answered within 15 working days.', '各项权利均在 15 个工作日内答复。'),
          }
        : {
            outcome: 'red',
            detail: text(
              `Offered in China, and not answered within 15 working days: ${late.map(({ en }) => en).join(', ')}.`,
              `在中国提供，但以下权利未在 15 个工作日内答复：${late.map((words) => words['zh-CN']).join('、')}。`,
            ),
          };
    },
  },
  {
    name: 'rights-pages-reachable',
    obligation: 'rights',
    look({ answers, pages }) {
      const urls = new Set(
        urlsToCheck(answers)
          .filter((one) => one.obligation === 'rights')
          .map((one) => one.url),
      );
      if (urls.size === 0) return null;
      const looks = [...urls].map((url) => ({ outcome: reached(url, pages[url]), words: found(url, pages[url]) }));
      const outcome: CheckOutcome = worst(looks.map((look) => look.outcome));
      // Of what is well there is nothing to tell, unless all of it is.
      const told = looks.filter((look) => outcome === 'green' || look.outcome !== 'green').map((look) => look.words);
      return {
        outcome,
        detail: text(told.map((words) => words.en).join(' '), told.map((words) => words['zh-CN']).join('')),
      };
    },
  },
];

function isInTime(row: unknown): boolean {
  return (
    isObject(row) && typeof row.responseWorkingDays === 'number' && row.responseWorkingDays <= longestResponseInChina
  );
}
