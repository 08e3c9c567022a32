import { Alert, Anchor, Button, Code, Group, Stack, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { getReview } from '../../../../../api/reviews';
import type { SubmissionId } from '../../../../../domain/ids';
import { useView } from '../../../../client/view';
import { useRefusal } from '../../../../desk/refusal';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { useSession } from '../../../../shell/session';
import { useStateWords } from '../../../../standing/words';
import { Sentence, useLanguage } from '../../../../words/words';
import { ChecksBadge } from '../checks-badge';
import { RiskBadges } from '../risk-badges';
import { useReviewsWords } from '../words';
import type { ReviewItem } from './answers';
import { Decided } from './decided';
import { useDeciding } from './deciding';
import { Decision } from './decision';
import { Item } from './item';
import { ItemList } from './item-list';
import { NextReview, useNextReview } from './next-review';
import { Quicker } from './quicker';
import { Shortcuts, useHasKeys } from './shortcuts';
import { useReviewWords } from './words';

const isWaiting = ({ state }: ReviewItem) => state === 'submitted';

/** A submission, item by item: what was answered, what shows it, and the decision. `?item=` says which one is looked at. */
export function Review() {
  const t = useReviewWords();
  const reviewsWords = useReviewsWords();
  const stateWords = useStateWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const submissionId = useParams().submissionId as SubmissionId;
  const review = useView(getReview, { params: { submissionId } });
  const { items, developer, app } = review;
  const [search, setSearch] = useSearchParams();
  const [hasMoved, setHasMoved] = useState(false);
  const [said, setSaid] = useState('');
  const [hasKeys] = useHasKeys();
  const at = Math.max(
    0,
    items.findIndex((one) => one.requirementId === (search.get('item') ?? items.find(isWaiting)?.requirementId)),
  );
  const item = items[at];
  const next = useNextReview(submissionId);
  const waiting = items.filter(isWaiting);

  function show(requirementId: string | undefined) {
    setHasMoved(true);
    if (requirementId) setSearch({ item: requirementId }, { replace: true });
  }
  const deciding = useDeciding(submissionId, item, (decided) => {
    const ids: readonly string[] = decided.map(({ requirementId }) => requirementId);
    const outcome = decided[0]?.outcome === 'return' ? 'returned' : 'accepted';
    setSaid(
      t('done.status', {
        item: items
          .filter((one) => ids.includes(one.requirementId))
          .map((one) => one.title[language])
          .join(', '),
        state: stateWords(`requirement.${outcome}`),
      }),
    );
    const left = [...items.slice(at + 1), ...items.slice(0, at)].filter(isWaiting);
    show(left.find((one) => !ids.includes(one.requirementId))?.requirementId ?? item?.requirementId);
  });
  const refusalOf = useReviewRefusal(review.signedBy);
  const refusal = item ? refusalOf(item) : null;
  const may = (act: () => void) => () => {
    if (item && isWaiting(item) && refusal === null && !deciding.isPending) act();
  };
  return (
    <Page
      title={t('title', { app: app.name })}
      width="wide"
      lead={
        <Sentence
          t={t}
          of="lead"
          values={{ product: reviewsWords(`product.${app.sdkProduct}`) }}
          elements={{
            developer: (
              <Anchor component={Link} to={paths.deskDeveloper(developer.id)}>
                {developer.legalName}
              </Anchor>
            ),
            at: <Moment at={review.signedAt} />,
          }}
        />
      }
      actions={
        <Shortcuts
          moves={{
            accept: may(deciding.accept),
            beginReturn: may(deciding.beginReturn),
            next: () => show(items[Math.min(items.length - 1, at + 1)]?.requirementId),
            previous: () => show(items[Math.max(0, at - 1)]?.requirementId),
            nextReview: () => next && void navigate(paths.deskReview(next.submissionId)),
          }}
        />
      }
    >
      <VisuallyHidden component="output">{said}</VisuallyHidden>
      <Circumstances review={review} />
      {waiting.length === 0 && <NextReview submissionId={submissionId} takesFocus={hasMoved} />}
      <Group align="flex-start" gap="lg">
        <ItemList items={items} current={item?.requirementId} onShow={show} />
        <Stack flex={1} miw={280} gap="md">
          <Quicker problem={deciding.problem} />
          {item && <Decided item={item} />}
          {item && (
            <Item
              key={item.requirementId}
              item={item}
              place={{ at: at + 1, of: items.length }}
              developerId={developer.id}
              product={app.sdkProduct}
              isFocused={hasMoved && waiting.length > 0}
            />
          )}
          {item && isWaiting(item) && (
            <Decision
              key={item.requirementId}
              item={item}
              deciding={deciding}
              subject={{ state: item.state, begunBy: review.signedBy }}
              refusal={refusal}
              hasKeys={hasKeys}
            />
          )}
          {waiting.length > 1 && (
            <Group>
              <Button
                variant="default"
                disabled={waiting.some((one) => refusalOf(one) !== null)}
                loading={deciding.isPending}
                onClick={() => deciding.acceptAll(waiting)}
              >
                {t('decide.acceptAll', { count: waiting.length })}
              </Button>
            </Group>
          )}
          <SignedWords words={review.words} language={review.language} />
        </Stack>
      </Group>
    </Page>
  );
}

/** Why an item is not for this person: who signed it does not decide it, and legal decides on exemptions alone. */
function useReviewRefusal(signedBy: string): (item: ReviewItem) => string | null {
  const t = useReviewWords();
  const refusal = useRefusal();
  const { staff } = useSession();
  return (item) =>
    refusal('decideReview', { state: item.state, begunBy: signedBy }) ??
    (staff?.role === 'legal' && item.exemption === null ? t('decide.legalOnly') : null);
}

function Circumstances({ review }: { review: ReturnType<typeof useView<typeof getReview>> }) {
  const t = useReviewWords();
  const { answeredAt, reviewDueAt, isOverdue, needsReview } = review;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <ChecksBadge checks={review.checks} />
        <RiskBadges flags={review.riskFlags} />
      </Group>
      {answeredAt && <Sentence t={t} of="answered" elements={{ at: <Moment at={answeredAt} /> }} />}
      {!answeredAt && reviewDueAt && (
        <Alert color={isOverdue ? 'over' : 'harbour'}>
          <Sentence t={t} of={isOverdue ? 'late' : 'due'} elements={{ at: <Moment at={reviewDueAt} /> }} />
          {review.why && <div>{t('why', { why: review.why })}</div>}
        </Alert>
      )}
      {!answeredAt && !needsReview && <Alert color="near">{t('running')}</Alert>}
    </Stack>
  );
}

function SignedWords({ words, language }: { words: string; language: string }) {
  const t = useReviewWords();
  const [isShown, { toggle }] = useDisclosure(false);
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="subtle" size="compact-md" aria-expanded={isShown} onClick={toggle}>
        {t(isShown ? 'words.hide' : 'words.show')}
      </Button>
      {isShown && (
        <Code block lang={language} w="100%" style={{ whiteSpace: 'pre-wrap' }}>
          {words}
        </Code>
      )}
    </Stack>
  );
}
