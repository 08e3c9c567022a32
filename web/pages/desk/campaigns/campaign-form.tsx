import {
  Anchor,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { changeCampaign, draftCampaign, examineCampaign } from '../../../../api/campaigns';
import type { listPolicyVersions } from '../../../../api/policies';
import { getTerms } from '../../../../api/terms';
import type { CampaignId, PersonId, PolicyVersionId } from '../../../../domain/ids';
import type { Standing } from '../../../../domain/lifecycle/state';
import type { ObligationSlug } from '../../../../domain/obligations';
import type { SdkProductSlug } from '../../../../domain/products';
import type { AnswerOf } from '../../../client/asked';
import { useCommand } from '../../../client/command';
import { useView } from '../../../client/view';
import { useStaff } from '../../../desk/staff-names';
import { durationText } from '../../../moment/duration';
import { paths } from '../../../paths';
import { FaultSummary } from '../../../problem/fault-summary';
import { ProblemNotice } from '../../../problem/problem-notice';
import { Page } from '../../../shell/page';
import { standingLooks } from '../../../standing/looks';
import { useStateWords } from '../../../standing/words';
import { useLanguage } from '../../../words/words';
import { usePolicyWords } from '../policies/words';
import { useCampaignWords } from './words';

interface Chosen {
  name: string;
  policyVersionId: PolicyVersionId;
  obligations: ObligationSlug[];
  audience: {
    sdkProducts: SdkProductSlug[];
    standings: Standing[] | null;
    accountManagerIds: PersonId[] | null;
    countries: string[] | null;
  };
  dueAfterDays: number;
  spreadOverDays: number;
}

type Version = AnswerOf<typeof listPolicyVersions>['items'][number];
const someOrAll = <Value,>(values: Value[]): Value[] | null => (values.length === 0 ? null : values);
const standings = (Object.keys(standingLooks) as Standing[]).filter((one) => one !== 'revoked' && one !== 'offboarded');

/** What a campaign asks, whom, and by when; saved, it is worked out at once. */
export function CampaignForm({
  begin,
  versions,
  campaignId,
}: {
  begin: Chosen;
  versions: readonly Version[];
  campaignId?: CampaignId;
}) {
  const t = useCampaignWords();
  const policyWords = usePolicyWords();
  const stateWords = useStateWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const staff = useStaff();
  const { campaignDueAfterLeast, campaignSpreadLeast } = useView(getTerms, {});
  const [chosen, setChosen] = useState<Chosen>(begin);
  const [attempt, setAttempt] = useState(0);
  const examining = useCommand(examineCampaign);
  const goOn = ({ id }: { id: string }) =>
    examining.mutate(
      { params: { campaignId: id as CampaignId } },
      { onSettled: () => void navigate(paths.deskCampaign(id as CampaignId)) },
    );
  const drafting = useCommand(draftCampaign, { onSuccess: goOn });
  const changing = useCommand(changeCampaign, { onSuccess: goOn });
  const set = (changes: Partial<Chosen>) => setChosen((before) => ({ ...before, ...changes }));
  const setAudience = (changes: Partial<Chosen['audience']>) => set({ audience: { ...chosen.audience, ...changes } });
  const version = versions.find(({ id }) => id === chosen.policyVersionId);
  const { audience } = chosen;
  const missing: Record<string, string | undefined> = {
    name: chosen.name.trim() === '' ? t('form.nameMissing') : undefined,
    obligations: chosen.obligations.length === 0 ? t('form.obligationsMissing') : undefined,
    products: audience.sdkProducts.length === 0 ? t('form.productsMissing') : undefined,
  };
  const faults = Object.entries(missing).flatMap(([id, text]) => (text ? [{ id, text }] : []));
  const faultOf = (id: string) => (attempt > 0 ? missing[id] : undefined);

  function choose(id: string | null) {
    const other = versions.find((one) => one.id === id);
    if (!other) return;
    set({ policyVersionId: other.id, obligations: other.obligations });
    setAudience({ sdkProducts: other.sdkProducts });
  }
  function save(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length > 0) return;
    const { name, policyVersionId, obligations, dueAfterDays, spreadOverDays } = chosen;
    const body = {
      name,
      policyVersionId,
      obligations,
      audience,
      dueAfter: `P${dueAfterDays}D`,
      spreadOver: `P${spreadOverDays}D`,
    };
    if (campaignId) changing.mutate({ params: { campaignId }, body });
    else drafting.mutate({ body });
  }

  return (
    <Page title={t(campaignId ? 'form.editTitle' : 'form.newTitle')} lead={t('form.lead')}>
      <Anchor component={Link} to={campaignId ? paths.deskCampaign(campaignId) : paths.deskCampaigns()}>
        {campaignId ? begin.name : t('one.back')}
      </Anchor>
      <form onSubmit={save} noValidate>
        <Stack gap="lg" maw={640}>
          <FaultSummary faults={faults} attempt={attempt} />
          <ProblemNotice problem={drafting.error ?? changing.error} />
          <TextInput
            id="name"
            label={t('form.name')}
            value={chosen.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={faultOf('name')}
            maxLength={120}
            required
          />
          <Select
            label={t('form.policy')}
            data={versions.map(({ id, title }) => ({ value: id, label: title }))}
            value={chosen.policyVersionId}
            onChange={choose}
            allowDeselect={false}
            required
          />
          <Checkbox.Group
            label={t('form.obligations')}
            description={t('form.obligationsHelp')}
            value={chosen.obligations}
            onChange={(obligations) => set({ obligations: obligations })}
            error={faultOf('obligations')}
            required
          >
            <Stack gap="xs" my="xs">
              {version?.obligations.map((one, place) => (
                <Checkbox
                  key={one}
                  id={place === 0 ? 'obligations' : undefined}
                  value={one}
                  label={policyWords(`obligation.${one}`)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Checkbox.Group
            label={t('form.products')}
            value={audience.sdkProducts}
            onChange={(products) => setAudience({ sdkProducts: products })}
            error={faultOf('products')}
            required
          >
            <Group my="xs">
              {version?.sdkProducts.map((product, place) => (
                <Checkbox
                  key={product}
                  id={place === 0 ? 'products' : undefined}
                  value={product}
                  label={policyWords(`product.${product}`)}
                />
              ))}
            </Group>
          </Checkbox.Group>
          <MultiSelect
            label={t('form.standings')}
            placeholder={audience.standings ? undefined : t('form.all')}
            data={standings.map((value) => ({ value, label: stateWords(`standing.${value}`) }))}
            value={audience.standings ?? []}
            onChange={(values) => setAudience({ standings: someOrAll(values) })}
            clearable
          />
          <MultiSelect
            label={t('form.managers')}
            placeholder={audience.accountManagerIds ? undefined : t('form.all')}
            data={staff
              .filter(({ role }) => role === 'am' || role === 'lead')
              .map(({ personId, name }) => ({ value: personId, label: name }))}
            value={audience.accountManagerIds ?? []}
            onChange={(values) => setAudience({ accountManagerIds: someOrAll(values) })}
            searchable
            clearable
          />
          <TagsInput
            label={t('form.countries')}
            description={t('form.countriesHelp')}
            placeholder={audience.countries ? undefined : t('form.all')}
            value={audience.countries ?? []}
            onChange={(values) =>
              setAudience({
                countries: someOrAll(values.map((one) => one.toUpperCase()).filter((one) => /^[A-Z]{2}$/.test(one))),
              })
            }
            clearable
          />
          <Group align="flex-start" grow>
            <NumberInput
              label={t('form.dueAfter')}
              description={t('form.dueAfterHelp', { least: durationText(campaignDueAfterLeast, language) })}
              value={chosen.dueAfterDays}
              onChange={(days) => set({ dueAfterDays: Number(days) || 1 })}
              min={1}
              max={730}
              allowDecimal={false}
            />
            <NumberInput
              label={t('form.spreadOver')}
              description={t('form.spreadOverHelp', { least: durationText(campaignSpreadLeast, language) })}
              value={chosen.spreadOverDays}
              onChange={(days) => set({ spreadOverDays: Number(days) || 1 })}
              min={1}
              max={730}
              allowDecimal={false}
            />
          </Group>
          <Button
            type="submit"
            loading={drafting.isPending || changing.isPending || examining.isPending}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('form.save')}
          </Button>
        </Stack>
      </form>
    </Page>
  );
}
