import { Anchor, Button, Checkbox, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { changePolicy, draftPolicy } from '../../../../api/policies';
import type { PolicyVersionId } from '../../../../domain/ids';
import type { SdkProductSlug } from '../../../../domain/products';
import { useCommand } from '../../../client/command';
import { DayInput } from '../../../moment/day-input';
import { paths } from '../../../paths';
import { FaultSummary } from '../../../problem/fault-summary';
import { ProblemNotice } from '../../../problem/problem-notice';
import { Page } from '../../../shell/page';
import { en } from './en';
import { usePolicyWords } from './words';

interface Written {
  title: string;
  clauses: { clause: string; en: string; zhCn: string }[];
  summary: { en: string; zhCn: string };
  isMaterial: boolean;
  sdkProducts: SdkProductSlug[];
  catalogueVersion: string;
  effectiveOn: string | null;
}

// By their words: the catalogue itself stays on the server.
const products = Object.keys(en.product) as SdkProductSlug[];

/** A version as somebody writes it: every clause in both languages, and what it is about. */
export function PolicyForm({
  begin,
  editions,
  policyVersionId,
}: {
  begin: Written;
  editions: readonly string[];
  policyVersionId?: PolicyVersionId;
}) {
  const t = usePolicyWords();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Written>(begin);
  const [attempt, setAttempt] = useState(0);
  const goOn = ({ id }: { id: string }) => void navigate(paths.deskPolicy(id as PolicyVersionId));
  const drafting = useCommand(draftPolicy, { onSuccess: goOn });
  const changing = useCommand(changePolicy, { onSuccess: goOn });
  const set = (changes: Partial<Written>) => setDraft((before) => ({ ...before, ...changes }));
  const setClause = (clause: string, changes: { en?: string; zhCn?: string }) =>
    set({ clauses: draft.clauses.map((one) => (one.clause === clause ? { ...one, ...changes } : one)) });
  const missing: Record<string, string | undefined> = {
    name: draft.title.trim() === '' ? t('form.nameMissing') : undefined,
    effective: draft.effectiveOn === null ? t('form.effectiveMissing') : undefined,
    products: draft.sdkProducts.length === 0 ? t('form.productsMissing') : undefined,
    'summary-en':
      draft.summary.en.trim() === '' || draft.summary.zhCn.trim() === '' ? t('form.summaryMissing') : undefined,
    ...Object.fromEntries(
      draft.clauses.map(({ clause, en: english, zhCn }) => [
        `clause-${clause}`,
        english.trim() === '' || zhCn.trim() === '' ? t('form.clauseMissing', { clause }) : undefined,
      ]),
    ),
  };
  const faults = Object.entries(missing).flatMap(([id, text]) => (text ? [{ id, text }] : []));
  const faultOf = (id: string) => (attempt > 0 ? missing[id] : undefined);

  function save(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    const { effectiveOn } = draft;
    if (faults.length > 0 || effectiveOn === null) return;
    const { title, clauses, summary, isMaterial, sdkProducts, catalogueVersion } = draft;
    const body = { title, clauses, summary, isMaterial, sdkProducts, catalogueVersion, effectiveOn };
    if (policyVersionId) changing.mutate({ params: { policyVersionId }, body });
    else drafting.mutate({ body });
  }

  return (
    <Page title={t(policyVersionId ? 'form.editTitle' : 'form.newTitle')} lead={t('form.lead')} width="wide">
      <Anchor component={Link} to={policyVersionId ? paths.deskPolicy(policyVersionId) : paths.deskPolicies()}>
        {policyVersionId ? begin.title : t('one.back')}
      </Anchor>
      <form onSubmit={save} noValidate>
        <Stack gap="lg">
          <FaultSummary faults={faults} attempt={attempt} />
          <ProblemNotice problem={drafting.error ?? changing.error} />
          <TextInput
            id="name"
            label={t('form.name')}
            value={draft.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
            error={faultOf('name')}
            maxLength={120}
            maw={560}
            required
          />
          <Group align="flex-start">
            <DayInput
              id="effective"
              label={t('form.effective')}
              value={draft.effectiveOn}
              onChange={(effectiveOn) => set({ effectiveOn })}
              error={faultOf('effective')}
              required
            />
            <Select
              label={t('form.edition')}
              description={t('form.editionHelp')}
              data={[...editions]}
              value={draft.catalogueVersion}
              onChange={(catalogueVersion) => catalogueVersion && set({ catalogueVersion })}
              allowDeselect={false}
              maw={420}
            />
          </Group>
          <Checkbox.Group
            label={t('form.products')}
            value={draft.sdkProducts}
            onChange={(sdkProducts) => set({ sdkProducts: sdkProducts })}
            error={faultOf('products')}
            required
          >
            <Group my="xs">
              {products.map((product, place) => (
                <Checkbox
                  key={product}
                  id={place === 0 ? 'products' : undefined}
                  value={product}
                  label={t(`product.${product}`)}
                />
              ))}
            </Group>
          </Checkbox.Group>
          <Checkbox
            label={t('form.material')}
            checked={draft.isMaterial}
            onChange={(event) => set({ isMaterial: event.currentTarget.checked })}
          />
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Words
              id="summary-en"
              label={t('form.summaryEnglish')}
              description={t('form.summaryHelp')}
              value={draft.summary.en}
              onChange={(words) => set({ summary: { ...draft.summary, en: words } })}
              error={faultOf('summary-en')}
            />
            <Words
              id="summary-zh"
              label={t('form.summaryChinese')}
              description={t('form.summaryHelp')}
              value={draft.summary.zhCn}
              onChange={(words) => set({ summary: { ...draft.summary, zhCn: words } })}
              error={faultOf('summary-en')}
            />
          </SimpleGrid>
          {draft.clauses.map(({ clause, en: english, zhCn }) => (
            <SimpleGrid key={clause} cols={{ base: 1, md: 2 }}>
              <Words
                id={`clause-${clause}`}
                label={t('form.clauseEnglish', { clause })}
                value={english}
                onChange={(words) => setClause(clause, { en: words })}
                error={faultOf(`clause-${clause}`)}
              />
              <Words
                id={`clause-${clause}-zh`}
                label={t('form.clauseChinese', { clause })}
                value={zhCn}
                onChange={(words) => setClause(clause, { zhCn: words })}
                error={faultOf(`clause-${clause}`)}
              />
            </SimpleGrid>
          ))}
          <Button type="submit" loading={drafting.isPending || changing.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('form.save')}
          </Button>
        </Stack>
      </form>
    </Page>
  );
}

function Words({
  onChange,
  ...input
}: {
  id: string;
  label: string;
  description?: string;
  value: string;
  onChange: (words: string) => void;
  error?: string;
}) {
  return (
    <Textarea
      {...input}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={8000}
      minRows={3}
      autosize
      required
    />
  );
}
