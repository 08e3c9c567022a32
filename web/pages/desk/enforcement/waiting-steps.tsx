import { Alert, Anchor, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { getBudget } from '../../../../api/enforcement';
import { useView } from '../../../client/view';
import { Moment } from '../../../moment/moment';
import { paths } from '../../../paths';
import { Icon } from '../../../theme/icon';
import { Sentence } from '../../../words/words';
import { useEnforcementWords } from './words';

/** Says that enforcement has stopped at its budget; nothing while it has not. `isElsewhere`: leads to where that can be seen to. */
export function WaitingSteps({ isElsewhere }: { isElsewhere?: boolean }) {
  const t = useEnforcementWords();
  const budget = useView(getBudget, {});
  if (budget.waiting === 0) return null;
  return (
    <Alert color="over" icon={<Icon name="warning" />} title={t('budget.waiting', { count: budget.waiting })}>
      <Stack gap={4} align="flex-start">
        {budget.alertedAt && (
          <div>
            <Sentence t={t} of="budget.alerted" elements={{ at: <Moment at={budget.alertedAt} /> }} />
          </div>
        )}
        {isElsewhere && (
          <Anchor component={Link} to={paths.deskEnforcement()}>
            {t('budget.see')}
          </Anchor>
        )}
      </Stack>
    </Alert>
  );
}
