import { NavLink, Paper, Text } from '@mantine/core';
import { useDeskWords } from '../../../../desk/words';
import { requirementLooks } from '../../../../standing/looks';
import { Icon } from '../../../../theme/icon';
import { useLanguage } from '../../../../words/words';
import type { ReviewItem } from './answers';
import { useReviewWords } from './words';

/** The items beside each other, with what became of each. */
export function ItemList({
  items,
  current,
  onShow,
}: {
  items: readonly ReviewItem[];
  current: string | undefined;
  onShow: (requirementId: string) => void;
}) {
  const t = useReviewWords();
  const deskWords = useDeskWords();
  const language = useLanguage();
  return (
    <Paper withBorder p={6} component="nav" aria-label={t('items')} w={{ base: '100%', md: 260 }}>
      {items.map((item) => {
        const look = requirementLooks[item.state];
        return (
          <NavLink
            key={item.requirementId}
            component="button"
            type="button"
            active={item.requirementId === current}
            aria-current={item.requirementId === current ? 'step' : undefined}
            label={item.title[language]}
            description={
              <Text span inherit c={`${look.color}.9`}>
                <Icon name={look.icon} size={12} /> {deskWords(`requirement.${item.state}`)}
              </Text>
            }
            onClick={() => onShow(item.requirementId)}
          />
        );
      })}
    </Paper>
  );
}
