import { Alert, Anchor, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { getBudget } from '../../../../api/enforcement';
import { listHolds } from '../../../../api/holds';
import { useViews, viewOf } from '../../../client/view';
import { Moment } from '../../../moment/moment';
import { paths } from '../../../paths';
import { Icon } from '../../../theme/icon';
import { Sentence } from '../../../words/words';
import { WaitingSteps } from './waiting-steps';
import { useEnforcementWords } from './words';

/** How much was enforced in the rolling window, and whether something waits because no more may be. */
export function Budget() {
  const t = useEnforcementWords();
  const [budget, holds] = useViews(
    viewOf(getBudget, {}),
    viewOf(listHolds, { query: { isLifted: false, limit: 100 } }),
  );
  const isHeld = holds.items.some(({ developerId }) => developerId === null);
  const share = budget.apps === 0 ? 100 : Math.min(100, (100 * budget.spent) / budget.apps);
  return (
    <Stack gap="sm">
      {isHeld && (
        <Alert color="near" icon={<Icon name="pause" />} title={t('budget.held')}>
          <Anchor component={Link} to={paths.deskHolds()}>
            {t('budget.seeHolds')}
          </Anchor>
        </Alert>
      )}
      <WaitingSteps />
      <Paper withBorder p="lg" component="section" aria-labelledby="budget">
        <Stack gap="xs">
          <Title order={2} size="h3" id="budget">
            {t('budget.title')}
          </Title>
          <Progress
            value={share}
            color={budget.left === 0 ? 'over' : share > 70 ? 'near' : 'harbour'}
            size="lg"
            aria-label={t('budget.title')}
          />
          <Text>
            <Sentence
              t={t}
              of="budget.spent"
              values={{ spent: budget.spent, apps: budget.apps }}
              elements={{ since: <Moment at={budget.since} /> }}
            />
            {'. '}
            {t('budget.left', { left: budget.left })} {budget.waiting === 0 && t('budget.none')}
          </Text>
        </Stack>
      </Paper>
    </Stack>
  );
}
