import { Alert, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listContacts } from '../../../../../api/people';
import { signSubmission } from '../../../../../api/submissions';
import type { DeveloperId } from '../../../../../domain/ids';
import { judgeDelegated } from '../../../../../domain/permissions';
import { viewOf } from '../../../../client/view';
import { useParts, useSession } from '../../../../shell/session';
import { Icon } from '../../../../theme/icon';
import { useWalkWords } from './words';

/** Told to somebody who cannot sign: who can, and that nothing is lost meanwhile. People of an agency are not shown the contacts. */
export function WhoSigns({ developerId }: { developerId: DeveloperId }) {
  const t = useWalkWords();
  const { roles } = useParts(developerId);
  const { delegations } = useSession();
  const own = delegations.filter((one) => one.developerId === developerId);
  const lacksMandate = own.some((one) => judgeDelegated(signSubmission.id, one) === 'mandate-missing');
  const signatories = useQuery({
    ...viewOf(listContacts, { params: { developerId }, query: { role: 'signatory', limit: 100 } }),
    enabled: roles.length > 0,
  });
  return (
    <Alert color="near" icon={<Icon name="people" />} title={t('who.title')}>
      <Text>{t(roles.length > 0 ? 'who.what' : lacksMandate ? 'who.mandate' : 'who.agency')}</Text>
      <List>
        {signatories.data?.items.map(({ personId, name, email }) => (
          <List.Item key={personId}>{name ? `${name}, ${email}` : email}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
