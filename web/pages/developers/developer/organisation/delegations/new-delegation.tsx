import { Anchor, Checkbox, Fieldset, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { grantDelegation } from '../../../../../../api/delegations';
import { getDeveloper } from '../../../../../../api/developers';
import { getTerms } from '../../../../../../api/terms';
import { type DelegationScope, delegationScopes } from '../../../../../../domain/permissions';
import { useRefusals } from '../../../../../action/refusals';
import { SubmitButton } from '../../../../../action/submit-button';
import { useCommand } from '../../../../../client/command';
import { useViews, viewOf } from '../../../../../client/view';
import { durationText } from '../../../../../moment/duration';
import { dayOf } from '../../../../../moment/zoned';
import { tell } from '../../../../../outcome/tell';
import { paths } from '../../../../../paths';
import { FaultSummary } from '../../../../../problem/fault-summary';
import { ProblemNotice, useFieldFault } from '../../../../../problem/problem-notice';
import { Page } from '../../../../../shell/page';
import { useDeveloperId } from '../../../../../shell/session';
import { useLanguage } from '../../../../../words/words';
import { PersonFields, usePersonFaults } from './person-fields';
import { useDelegationWords } from './words';

/** Lets an agency in: for named scopes, through a named day, with its first person. */
export function NewDelegation() {
  const t = useDelegationWords();
  const language = useLanguage();
  const developerId = useDeveloperId();
  const navigate = useNavigate();
  const [{ timeZone }, { delegationLongest }] = useViews(
    viewOf(getDeveloper, { params: { developerId } }),
    viewOf(getTerms, {}),
  );
  const refusal = useRefusals(developerId)(grantDelegation);
  const [agencyName, setAgencyName] = useState('');
  const [scopes, setScopes] = useState<DelegationScope[]>([]);
  const [endsOn, setEndsOn] = useState('');
  const [person, setPerson] = useState({ name: '', email: '', language });
  const [today] = useState(() => dayOf(Date.now(), timeZone));
  const [attempt, setAttempt] = useState(0);
  const granting = useCommand(grantDelegation, {
    onSuccess: (delegation) => {
      tell(t('form.done', { agency: delegation.agencyName }));
      void navigate(paths.delegations(developerId));
    },
  });
  const serverFaultOf = useFieldFault(granting.error);
  const personFaults = usePersonFaults(person);
  const missing: Record<string, string | undefined> = {
    agency: agencyName.trim() === '' ? t('form.agencyMissing') : undefined,
    scopes: scopes.length === 0 ? t('form.scopesMissing') : undefined,
    'ends-on': endsOn === '' ? t('form.endsOnMissing') : undefined,
    'delegate-name': personFaults.name,
    'delegate-email': personFaults.email,
  };
  const faults = Object.entries(missing).flatMap(([id, text]) => (text ? [{ id, text }] : []));
  const shown = (id: string, field: string) => (attempt > 0 && missing[id]) || serverFaultOf(field);

  function grant(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length > 0) return;
    granting.mutate({ params: { developerId }, body: { agencyName, scopes, endsOn, delegates: [person] } });
  }

  return (
    <Page title={t('form.title')} lead={t('form.lead')}>
      <Anchor component={Link} to={paths.delegations(developerId)}>
        {t('form.back')}
      </Anchor>
      <form onSubmit={grant} noValidate>
        <Stack gap="lg" maw={560}>
          <FaultSummary faults={faults} attempt={attempt} />
          <ProblemNotice problem={granting.error} />
          <TextInput
            id="agency"
            label={t('form.agency')}
            value={agencyName}
            onChange={(event) => setAgencyName(event.currentTarget.value)}
            error={shown('agency', 'agencyName')}
            maxLength={200}
            autoComplete="off"
            required
          />
          <Checkbox.Group
            label={t('form.scopes')}
            description={t('form.scopesHelp')}
            value={scopes}
            onChange={setScopes}
            error={shown('scopes', 'scopes')}
            required
          >
            <Stack gap="sm" my="xs">
              {delegationScopes.map((scope, place) => (
                <Checkbox
                  key={scope}
                  id={place === 0 ? 'scopes' : undefined}
                  value={scope}
                  label={t(`scope.${scope}`)}
                  description={t(`scopeMeans.${scope}`)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <TextInput
            id="ends-on"
            type="date"
            label={t('form.endsOn')}
            description={t('form.endsOnHelp', {
              zone: timeZone,
              longest: durationText(delegationLongest, language),
            })}
            value={endsOn}
            onChange={(event) => setEndsOn(event.currentTarget.value)}
            error={shown('ends-on', 'endsOn')}
            min={today}
            maw={240}
            required
          />
          <Fieldset legend={t('form.person')}>
            <Stack gap="md">
              <Text fz="sm" c="dimmed">
                {t('form.personHelp')}
              </Text>
              <PersonFields
                value={person}
                onChange={setPerson}
                faultOf={(field) => shown(`delegate-${field}`, `delegates/0/${field}`)}
              />
            </Stack>
          </Fieldset>
          <SubmitButton refusal={refusal} loading={granting.isPending}>
            {t('form.act')}
          </SubmitButton>
        </Stack>
      </form>
    </Page>
  );
}
