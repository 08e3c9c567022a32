import { Text } from '@mantine/core';
import { useStaffName } from '../../../desk/staff-names';
import { useTierName } from '../../../desk/tier-names';
import { Day } from '../../../moment/moment';
import { dayOf } from '../../../moment/zoned';
import { StandingBadge } from '../../../standing/badge';
import { countryName } from '../../../words/names';
import { useLanguage } from '../../../words/words';
import { useReviewsWords } from '../reviews/words';
import type { Column, Listed } from './view';
import { useDevelopersWords } from './words';

/** What a column says of a developer. */
export function Cell({ column, item }: { column: Column; item: Listed }) {
  const t = useDevelopersWords();
  const reviewsWords = useReviewsWords();
  const nameOf = useStaffName();
  const tierNameOf = useTierName();
  const language = useLanguage();
  switch (column) {
    case 'standing':
      return item.standing && <StandingBadge standing={item.standing} />;
    case 'nextDueOn':
      return <Text fz="sm">{item.nextDueOn && <Day on={item.nextDueOn} timeZone={item.timeZone} isShort />}</Text>;
    case 'apps':
      return item.appCount;
    case 'manager':
      return <Text fz="sm">{item.accountManagerId ? nameOf(item.accountManagerId) : t('nobody')}</Text>;
    case 'products':
      return <Text fz="sm">{item.sdkProducts.map((one) => reviewsWords(`product.${one}`)).join(', ')}</Text>;
    case 'tier':
      return <Text fz="sm">{item.tierId ? tierNameOf(item.tierId) : t('noTier')}</Text>;
    case 'country':
      return <Text fz="sm">{countryName(item.country, language)}</Text>;
    case 'reviews':
      return item.openReviewCount;
    case 'tasks':
      return item.openTaskCount;
    case 'enrolledAt':
      return (
        <Text fz="sm">
          <Day on={dayOf(item.enrolledAt)} isShort isBare />
        </Text>
      );
  }
}
