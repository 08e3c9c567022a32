import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { changeContact, removeContact } from '../../../../../../api/people';
import { ActionButton } from '../../../../../action/action-button';
import { useRefusals } from '../../../../../action/refusals';
import { Moment } from '../../../../../moment/moment';
import { useSession } from '../../../../../shell/session';
import { Icon } from '../../../../../theme/icon';
import { Sentence } from '../../../../../words/words';
import type { DeveloperShown } from '../../actions';
import { ChangeContact } from './change-contact';
import { RemoveContact } from './remove-contact';
import { SendAgain } from './send-again';
import { type ContactShown, calledOf, isLastSignatory } from './shown';
import { useContactWords } from './words';

/** One contact: who, for what, whether confirmed, and what can be changed. */
export function ContactCard({
  contact,
  contacts,
  developer,
}: {
  contact: ContactShown;
  contacts: readonly ContactShown[];
  developer: DeveloperShown;
}) {
  const t = useContactWords();
  const { person } = useSession();
  const { name, email, role, language, verifiedAt, personId } = contact;
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4">
            {name ?? email}
            {personId === person.id && (
              <Text span inherit fw={400} c="dimmed">
                {' '}
                ({t('you')})
              </Text>
            )}
          </Title>
          <Group gap="xs">
            <Badge variant="outline" color="gray.7" size="lg" radius="sm" tt="none">
              {t(`role.${role}`)}
            </Badge>
            <Badge
              variant="light"
              color={verifiedAt ? 'good' : 'near'}
              size="lg"
              radius="sm"
              tt="none"
              leftSection={<Icon name={verifiedAt ? 'check' : 'clock'} size={14} />}
            >
              {t(verifiedAt ? 'verified' : 'unverified')}
            </Badge>
          </Group>
        </Group>
        <Text>{name === null ? t('unnamed') : email}</Text>
        <Text fz="sm">{t(`roleMeans.${role}`)}</Text>
        <Text fz="sm" c="dimmed">
          {t('language', { language: t(`form.languages.${language}`) })}
          {verifiedAt && (
            <>
              {' · '}
              <Sentence
                t={t}
                of="verifiedAt"
                elements={{ at: <Moment at={verifiedAt} timeZone={developer.timeZone} isBare /> }}
              />
            </>
          )}
        </Text>
        {!verifiedAt && <Text fz="sm">{t('unverifiedWhat', { email })}</Text>}
        <Actions contact={contact} contacts={contacts} developer={developer} />
      </Stack>
    </Paper>
  );
}

function Actions({
  contact,
  contacts,
  developer,
}: {
  contact: ContactShown;
  contacts: readonly ContactShown[];
  developer: DeveloperShown;
}) {
  const t = useContactWords();
  const refusalOf = useRefusals(developer.id);
  const [asked, setAsked] = useState<'change' | 'remove' | null>(null);
  const name = calledOf(contact);
  const isLast = isLastSignatory(contacts, contact);
  const mayNot = refusalOf(changeContact);
  const close = () => setAsked(null);
  return (
    <Group align="flex-start" mt={4}>
      <ActionButton
        variant="default"
        refusal={mayNot}
        label={t('changeNamed', { name })}
        onClick={() => setAsked('change')}
      >
        {t('change')}
      </ActionButton>
      {!contact.verifiedAt && <SendAgain email={contact.email} />}
      {mayNot === null && (
        <ActionButton
          variant="subtle"
          color="over"
          refusal={refusalOf(removeContact) ?? (isLast ? t('last') : null)}
          label={t('removeNamed', { name })}
          onClick={() => setAsked('remove')}
        >
          {t('remove')}
        </ActionButton>
      )}
      <ChangeContact
        contact={contact}
        isLast={isLast}
        developer={developer}
        isOpen={asked === 'change'}
        onClose={close}
      />
      <RemoveContact contact={contact} developer={developer} isOpen={asked === 'remove'} onClose={close} />
    </Group>
  );
}
