import { Group, Select, Skeleton, TextInput } from '@mantine/core';
import { listAllExemptions } from '../../../../api/exemptions';
import { exemptionStates } from '../../../../domain/lifecycle/exemptions';
import { useList } from '../../../client/view';
import { More } from '../../../desk/more';
import { useSearch } from '../../../desk/search';
import { DayInput } from '../../../moment/day-input';
import { EmptyState } from '../../../shell/empty-state';
import { Page } from '../../../shell/page';
import { useStateWords } from '../../../standing/words';
import { LegalNavigation } from './legal-navigation';
import { RegisterTable } from './register-table';
import { useLegalWords } from './words';

/** The register of legal exemptions. */
export function Register() {
  const t = useLegalWords();
  const stateWords = useStateWords();
  const { get, set } = useSearch();
  const state = exemptionStates.find((one) => one === get('state'));
  const [endsBefore, jurisdiction] = [get('before') ?? undefined, get('in') ?? undefined];
  const { items, more, isAsking } = useList(listAllExemptions, {
    query: { state, endsBefore, jurisdiction, limit: 50 },
  });
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <LegalNavigation />
      <Group align="flex-start">
        <Select
          label={t('filters.state')}
          placeholder={t('filters.anyState')}
          data={exemptionStates.map((value) => ({ value, label: stateWords(`exemption.${value}`) }))}
          value={state ?? null}
          onChange={(value) => set('state', value)}
          clearable
        />
        <DayInput
          label={t('filters.endsBefore')}
          value={endsBefore ?? null}
          onChange={(day) => set('before', day)}
          clearable
        />
        <TextInput
          label={t('filters.jurisdiction')}
          description={t('filters.jurisdictionHint')}
          defaultValue={jurisdiction ?? ''}
          maxLength={2}
          w={170}
          inputWrapperOrder={['label', 'input', 'description']}
          onChange={({ currentTarget: { value } }) => {
            if (value === '' || /^[a-z]{2}$/i.test(value)) set('in', value.toUpperCase());
          }}
        />
      </Group>
      {!items && <Skeleton height={240} />}
      {items?.length === 0 && <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>}
      {items && items.length > 0 && <RegisterTable items={items} />}
      <More more={more} isAsking={isAsking} />
    </Page>
  );
}
