import type { PersonId } from '../../domain/ids';
import { tiers } from './developers';

/** The address to ask, by the number of the request: no two in a row are the same. */
export type Asked = (number: number) => string;

const list = (query: string) => `/v1/developers?${query}`;
const turn =
  (...queries: string[]): Asked =>
  (number) =>
    list(queries[number % queries.length] ?? '');

/** What the desk is asked, in the kinds that are judged. */
export function questionsOf(managerId: PersonId): { name: string; ask: Asked }[] {
  return [
    { name: 'list', ask: turn('', 'limit=50', 'limit=100', `accountManagerId=${managerId}`) },
    {
      name: 'filter',
      ask: turn(
        'standing=grace',
        'standing=suspended',
        'country=SG',
        'country=NZ',
        'language=zh-CN&hasOpenReview=true',
        'isUnreachable=true',
        'hasOpenTasks=true&sdkProduct=taobao-mini',
        `accountManagerId=${managerId}&standing=due`,
        'standing=offboarded',
        `tierId=${tiers.common}`,
        `tierId=${tiers.rare}&standing=due`,
      ),
    },
    {
      name: 'sort',
      ask: turn(
        'sort=-name',
        'sort=nextDueOn',
        'sort=-nextDueOn',
        'sort=standing',
        'sort=-standing',
        'sort=enrolledAt',
        'sort=-enrolledAt',
        'standing=due&sort=nextDueOn',
        `accountManagerId=${managerId}&sort=-standing`,
      ),
    },
    {
      name: 'search',
      ask: (number) =>
        list(
          [
            'search=harbour',
            `search=${encodeURIComponent('清茶')}`,
            `search=${String(number * 7).padStart(6, '0')}`,
            'search=amber%20light',
            'search=nobody%20is%20called%20so',
            `search=signatory-${number + 1}%40developer.example`,
            `search=${encodeURIComponent('试妆')}&sort=nextDueOn`,
          ][number % 7] ?? '',
        ),
    },
    { name: 'Today, mine', ask: (number) => `/v1/desk/today?scope=mine&first=${5 + (number % 2)}` },
    { name: 'Today, everybody’s', ask: (number) => `/v1/desk/today?scope=all&first=${5 + (number % 2)}` },
    { name: 'portfolio, mine', ask: () => '/v1/desk/portfolio?scope=mine' },
    { name: 'portfolio, everybody’s', ask: () => '/v1/desk/portfolio?scope=all' },
  ];
}
