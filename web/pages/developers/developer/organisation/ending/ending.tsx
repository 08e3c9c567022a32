import { Anchor, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { getDeveloper, offboardDeveloper } from '../../../../../../api/developers';
import { ActionButton } from '../../../../../action/action-button';
import { useRefusals } from '../../../../../action/refusals';
import { useCommand } from '../../../../../client/command';
import { useView } from '../../../../../client/view';
import { FinalDialog } from '../../../../../dialog/final-dialog';
import { Moment } from '../../../../../moment/moment';
import { tell } from '../../../../../outcome/tell';
import { paths } from '../../../../../paths';
import { useDeveloperId } from '../../../../../shell/session';
import { Sentence } from '../../../../../words/words';
import type { DeveloperShown } from '../../actions';
import { OrganisationPage } from '../organisation-page';
import { useEndingWords } from './words';

/** Ends the relationship: what that means first, and the legal name typed before it happens. */
export function Ending() {
  const t = useEndingWords();
  const developerId = useDeveloperId();
  const developer = useView(getDeveloper, { params: { developerId } });
  const { legalName, offboardedAt, now, timeZone } = developer;
  return (
    <OrganisationPage title={t('title')} lead={t('lead', { name: legalName })} developer={developer}>
      {offboardedAt ? (
        <Text>
          <Sentence t={t} of="ended" elements={{ at: <Moment at={offboardedAt} now={now} timeZone={timeZone} /> }} />
        </Text>
      ) : (
        <End developer={developer} />
      )}
    </OrganisationPage>
  );
}

function End({ developer }: { developer: DeveloperShown }) {
  const t = useEndingWords();
  const { id: developerId, legalName: name, apps } = developer;
  const refusal = useRefusals(developerId)(offboardDeveloper);
  const [isAsked, setIsAsked] = useState(false);
  const close = () => setIsAsked(false);
  const ending = useCommand(offboardDeveloper, {
    onSuccess: () => {
      close();
      tell(t('confirm.done'));
    },
  });
  return (
    <>
      <Text>
        {t('one')}{' '}
        <Anchor component={Link} to={paths.apps(developerId)} underline="always">
          {t('toApps')}
        </Anchor>
      </Text>
      <Paper withBorder p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby="happens">
        <Stack gap="md">
          <Title order={2} size="h3" id="happens">
            {t('happens')}
          </Title>
          <List spacing={6}>
            {apps.length > 0 && <List.Item>{t('keys', { count: apps.length })}</List.Item>}
            <List.Item>{t('refused')}</List.Item>
            <List.Item>{t('owes')}</List.Item>
            <List.Item>{t('record')}</List.Item>
            <List.Item>{t('back')}</List.Item>
          </List>
          <ActionButton
            color="over"
            style={{ alignSelf: 'flex-start' }}
            refusal={refusal}
            onClick={() => setIsAsked(true)}
          >
            {t('act')}
          </ActionButton>
        </Stack>
      </Paper>
      <FinalDialog
        title={t('confirm.title')}
        act={t('confirm.act')}
        isOpen={isAsked}
        onClose={close}
        reasonHelp={t('confirm.reason')}
        typed={name}
        problem={ending.error}
        isPending={ending.isPending}
        onConfirm={(reason) => ending.mutate({ params: { developerId }, body: { reason } })}
      >
        <Text>{t('confirm.what', { name })}</Text>
      </FinalDialog>
    </>
  );
}
