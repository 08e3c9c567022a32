import { Button, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { grantDelegation, listDelegations } from '../../../../../../api/delegations';
import { getDeveloper } from '../../../../../../api/developers';
import { ActionButton } from '../../../../../action/action-button';
import { useRefusals } from '../../../../../action/refusals';
import { useView, useViews, wholeOf } from '../../../../../client/view';
import { paths } from '../../../../../paths';
import { EmptyState } from '../../../../../shell/empty-state';
import { useDeveloperId } from '../../../../../shell/session';
import type { DeveloperShown } from '../../actions';
import { OrganisationPage } from '../organisation-page';
import { useOrganisationWords } from '../words';
import { DelegationCard } from './delegation-card';
import { useDelegationWords } from './words';

/** The agencies that act for the developer, also those that no longer do. */
export function Delegations() {
  const t = useDelegationWords();
  const organisation = useOrganisationWords();
  const developerId = useDeveloperId();
  const navigate = useNavigate();
  const developer = useView(getDeveloper, { params: { developerId } });
  const refusalOf = useRefusals(developerId);
  const refusal = refusalOf(listDelegations);
  const mayNot = refusalOf(grantDelegation) ?? (developer.offboardedAt ? organisation('offboarded') : null);
  return (
    <OrganisationPage
      title={t('title')}
      lead={t('lead', { name: developer.legalName })}
      developer={developer}
      actions={
        refusal === null &&
        (mayNot === null ? (
          <Button component={Link} to={paths.newDelegation(developerId)}>
            {t('grant')}
          </Button>
        ) : (
          <ActionButton refusal={mayNot} onClick={() => void navigate(paths.newDelegation(developerId))}>
            {t('grant')}
          </ActionButton>
        ))
      }
    >
      {refusal === null ? <List developer={developer} /> : <Text>{refusal}</Text>}
    </OrganisationPage>
  );
}

function List({ developer }: { developer: DeveloperShown }) {
  const t = useDelegationWords();
  const [delegations] = useViews(wholeOf(listDelegations, { params: { developerId: developer.id } }));
  if (delegations.length === 0) {
    return (
      <EmptyState title={t('none.title')} icon="people">
        {t('none.what')}
      </EmptyState>
    );
  }
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {delegations.map((delegation) => (
        <DelegationCard key={delegation.id} delegation={delegation} developer={developer} />
      ))}
    </Stack>
  );
}
