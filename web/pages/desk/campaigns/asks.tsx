import { Facts } from '../../../desk/facts';
import { useStaffName } from '../../../desk/staff-names';
import { durationText } from '../../../moment/duration';
import { useStateWords } from '../../../standing/words';
import { useLanguage } from '../../../words/words';
import { usePolicyWords } from '../policies/words';
import type { Campaign } from './campaign';
import { useCampaignWords } from './words';

/** What a campaign asks, whom, and by when, in words. */
export function Asks({ campaign }: { campaign: Campaign }) {
  const t = useCampaignWords();
  const policyWords = usePolicyWords();
  const stateWords = useStateWords();
  const nameOf = useStaffName();
  const language = useLanguage();
  const { obligations, audience, dueAfter, spreadOver, authors } = campaign;
  const list = (words: readonly string[]) => new Intl.ListFormat(language).format(words);
  const { sdkProducts, standings, countries, accountManagerIds } = audience;
  const whom = [
    t('one.everybody', { products: list(sdkProducts.map((product) => policyWords(`product.${product}`))) }),
    ...(standings
      ? [t('one.standings', { standings: list(standings.map((one) => stateWords(`standing.${one}`))) })]
      : []),
    ...(countries ? [t('one.countries', { countries: list(countries) })] : []),
    ...(accountManagerIds ? [t('one.managers', { managers: list(accountManagerIds.map(nameOf)) })] : []),
  ];
  return (
    <Facts
      rows={[
        [t('one.asks'), list(obligations.map((one) => policyWords(`obligation.${one}`)))],
        [t('one.audience'), whom.join(' · ')],
        [
          t('one.dates'),
          t('one.datesWhat', { after: durationText(dueAfter, language), over: durationText(spreadOver, language) }),
        ],
        [t('one.authors'), list(authors.map(({ name }) => name))],
      ]}
    />
  );
}
