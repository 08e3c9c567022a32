import { Blockquote, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import type { DeveloperId } from '../../../../../domain/ids';
import type { SdkProductSlug } from '../../../../../domain/products';
import { RequirementStateBadge } from '../../../../desk/requirement-badge';
import { CheckDetail } from '../../../../outcome/check-detail';
import { PageSkeleton } from '../../../../shell/skeleton';
import { StateBadge } from '../../../../standing/badge';
import { useLanguage } from '../../../../words/words';
import { checkLooks } from '../checks-badge';
import { useReviewsWords } from '../words';
import { Answers, type ReviewItem } from './answers';
import { EvidenceFile } from './evidence-file';
import { Questions } from './questions';
import { useReviewWords } from './words';

/** One item with everything that a reviewer weighs. Its heading takes the focus when another item is turned to. */
export function Item({
  item,
  place,
  developerId,
  product,
  isFocused,
  hasAsked,
}: {
  item: ReviewItem;
  place: { at: number; of: number };
  developerId: DeveloperId;
  product: SdkProductSlug;
  /** The reviewer moved here, by key or link: readers go on from the heading. */
  isFocused: boolean;
  /** They have just asked about it. */
  hasAsked: boolean;
}) {
  const t = useReviewWords();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFocused) heading.current?.focus();
  }, [isFocused]);
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby="item">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <div>
            <Text fz="sm" c="dimmed">
              {t('item.position', place)} ·{' '}
              {t('item.clauses', { count: item.clauses.length, clauses: item.clauses.join(', ') })}
            </Text>
            <Title order={2} size="h3" id="item" ref={heading} tabIndex={-1}>
              {item.title[language]}
            </Title>
          </div>
          <RequirementStateBadge state={item.state} />
        </Group>
        <Blockquote p="md" fz="sm" aria-label={t('item.stated')}>
          {item.statement}
        </Blockquote>
        <Questions questions={item.questions} takesFocus={hasAsked} />
        <Checks item={item} />
        <Suspense fallback={<PageSkeleton />}>
          <Answers item={item} product={product} developerId={developerId} />
        </Suspense>
        <Stack gap="xs">
          <Title order={3} size="h4">
            {t('item.evidence')}
          </Title>
          {item.evidence.length === 0 && <Text c="dimmed">{t('item.noEvidence')}</Text>}
          {item.evidence.map((file) => (
            <EvidenceFile key={file.id} file={file} developerId={developerId} />
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}

function Checks({ item }: { item: ReviewItem }) {
  const t = useReviewWords();
  const reviewsWords = useReviewsWords();
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('item.checks')}
      </Title>
      {item.checkResults.length === 0 && <Text c="dimmed">{t('item.noChecks')}</Text>}
      <Stack component="ul" gap={6} p={0} m={0} style={{ listStyle: 'none' }}>
        {item.checkResults.map(({ name, outcome, detail }) => (
          <Group component="li" key={name} gap="xs" wrap="nowrap" align="flex-start">
            <StateBadge look={checkLooks[outcome]}>{reviewsWords(`outcome.${outcome}`)}</StateBadge>
            <CheckDetail detail={detail} pt={3} />
          </Group>
        ))}
      </Stack>
    </Stack>
  );
}
