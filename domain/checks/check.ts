import type { Day } from '../calendar/instant';
import type { AnswersByObligation } from '../catalogue/condition';
import { type Text, text } from '../catalogue/text';
import type { ObligationSlug } from '../obligations';
import type { SdkProduct } from '../products/sdk-product';
import type { SdkVendor } from '../products/sdk-vendor';

/** green: it is so. amber: a person should look. red: it is not so. */
export type CheckOutcome = 'green' | 'amber' | 'red';

/** Why nothing was read at an address. */
export type FetchFailure =
  | 'not-https'
  | 'not-public'
  | 'no-such-host'
  | 'no-connection'
  | 'too-slow'
  | 'too-large'
  | 'too-many-redirects'
  | 'other-host';

const failureWords: Readonly<Record<FetchFailure, Text>> = {
  'not-https': text('not https on its own port', '不是使用默认端口的 https 地址'),
  'not-public': text('not a public address', '不是公开的网址'),
  'no-such-host': text('the host name does not exist', '域名不存在'),
  'no-connection': text('the connection failed', '连接失败'),
  'too-slow': text('no answer in time', '未在时限内响应'),
  'too-large': text('the page is too large', '页面过大'),
  'too-many-redirects': text('too many redirects', '重定向次数过多'),
  'other-host': text('redirects to another host', '重定向到其他域名'),
};
const notLookedAt = text('not looked at', '未查看');

/** What was found at an address. */
export interface FetchedPage {
  /** HTTP status of the last answer; null when there was none. */
  status: number | null;
  /** Where redirects ended. */
  finalUrl: string;
  /** The page's visible text (`visibleText` makes it from HTML); absent when it could not be read as text. */
  text?: string;
  /** Why there was no answer, or none from there. */
  failure?: FetchFailure;
}

/** Everything that the checks look at: nothing is fetched while they run. */
export interface CheckFacts {
  product: SdkProduct;
  vendor: SdkVendor;
  /** Validated answers, by obligation. */
  answers: AnswersByObligation;
  /** By address, as it stands in the answers. */
  pages: Readonly<Record<string, FetchedPage>>;
  today: Day;
}

export interface CheckFinding {
  outcome: CheckOutcome;
  detail: Text;
}

/** One automatic check. Its name is kept in the record: added to, never renamed. */
export interface Check {
  readonly name: string;
  readonly obligation: ObligationSlug;
  /** null when it does not concern these answers. */
  look(facts: CheckFacts): CheckFinding | null;
}

/** Reads what was found at an address: 200 over https, and on the host that was named. */
export function reached(url: string, page: FetchedPage | undefined): CheckOutcome {
  if (page?.status == null) return 'amber';
  if (page.status !== 200 || !URL.canParse(url) || !URL.canParse(page.finalUrl)) return 'red';
  const final = new URL(page.finalUrl);
  if (final.protocol !== 'https:') return 'red';
  return bareHost(final) === bareHost(new URL(url)) ? 'green' : 'amber';
}

/** What was found at an address, in words. */
export function found(url: string, page: FetchedPage | undefined): Text {
  if (page?.status == null) {
    const why = page?.failure ? failureWords[page.failure] : notLookedAt;
    return text(`${url} gave no answer (${why.en}).`, `${url} 没有响应（${why['zh-CN']}）。`);
  }
  const end = page.finalUrl === url ? '' : ` → ${page.finalUrl}`;
  return text(`${url}${end} answers ${page.status}.`, `${url}${end} 返回 ${page.status}。`);
}

function bareHost(url: URL): string {
  return url.host.replace(/^www\./, '');
}
