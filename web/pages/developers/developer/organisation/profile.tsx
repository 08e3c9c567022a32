import { Paper, Radio, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { changeDeveloper, getDeveloper } from '../../../../../api/developers';
import { useRefusals } from '../../../../action/refusals';
import { SubmitButton } from '../../../../action/submit-button';
import { useCommand } from '../../../../client/command';
import { useView } from '../../../../client/view';
import { tell } from '../../../../outcome/tell';
import { ProblemNotice, useFieldFault } from '../../../../problem/problem-notice';
import { useDeveloperId } from '../../../../shell/session';
import { languages } from '../../../../words/i18n';
import { countryOptions } from '../../../../words/names';
import { useLanguage } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import { OrganisationPage } from './organisation-page';
import { ProfileFacts } from './profile-facts';
import { useOrganisationWords } from './words';

/** What the organisation is called, where it is, and in which language it is written to. */
export function Profile() {
  const t = useOrganisationWords();
  const developerId = useDeveloperId();
  const developer = useView(getDeveloper, { params: { developerId } });
  return (
    <OrganisationPage title={t('title')} lead={t('lead', { name: developer.legalName })} developer={developer}>
      <Form key={developer.id} developer={developer} />
      <ProfileFacts developer={developer} />
    </OrganisationPage>
  );
}

function Form({ developer }: { developer: DeveloperShown }) {
  const t = useOrganisationWords();
  const language = useLanguage();
  const { id: developerId, offboardedAt } = developer;
  const refusal = useRefusals(developerId)(changeDeveloper) ?? (offboardedAt ? t('offboarded') : null);
  const [given, setGiven] = useState(() => profileOf(developer));
  const saving = useCommand(changeDeveloper, { onSuccess: () => tell(t('saved')) });
  const faultOf = useFieldFault(saving.error);
  const isNameMissing = given.legalName.trim() === '';
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });

  function save(event: FormEvent) {
    event.preventDefault();
    if (isNameMissing) return;
    const was: Record<string, string> = profileOf(developer);
    const changes = Object.entries(given).filter(([field, value]) => value !== was[field]);
    if (changes.length === 0) tell(t('unchanged'));
    else saving.mutate({ params: { developerId }, body: Object.fromEntries(changes) });
  }

  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
      <form onSubmit={save} noValidate>
        <Stack gap="md" maw={520}>
          <ProblemNotice problem={saving.error} />
          <TextInput
            label={t('legalName')}
            description={t('legalNameHelp')}
            value={given.legalName}
            onChange={(event) => set({ legalName: event.currentTarget.value })}
            error={isNameMissing ? t('legalNameMissing') : faultOf('legalName')}
            maxLength={200}
            autoComplete="organization"
            readOnly={refusal !== null}
            required
          />
          <Select
            label={t('country')}
            description={t('countryHelp')}
            data={countryOptions(language)}
            value={given.country}
            onChange={(country) => country && set({ country })}
            error={faultOf('country')}
            allowDeselect={false}
            searchable
            readOnly={refusal !== null}
          />
          <Select
            label={t('timeZone')}
            description={t('timeZoneHelp')}
            data={timeZones(given.timeZone)}
            value={given.timeZone}
            onChange={(timeZone) => timeZone && set({ timeZone })}
            error={faultOf('timeZone')}
            allowDeselect={false}
            searchable
            readOnly={refusal !== null}
          />
          <Radio.Group
            label={t('language')}
            description={t('languageHelp')}
            value={given.language}
            onChange={(chosen) => set({ language: chosen })}
            readOnly={refusal !== null}
          >
            <Stack gap="xs" mt="xs">
              {languages.map((one) => (
                <Radio key={one} value={one} label={t(`languages.${one}`)} lang={one} />
              ))}
            </Stack>
          </Radio.Group>
          <SubmitButton refusal={refusal} loading={saving.isPending}>
            {t('save')}
          </SubmitButton>
        </Stack>
      </form>
    </Paper>
  );
}

function profileOf({ legalName, country, timeZone, language }: DeveloperShown) {
  return { legalName, country, timeZone, language };
}

/** Those the browser knows, and the one that is set in any case. */
function timeZones(now: string): string[] {
  return [...new Set([now, ...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}
