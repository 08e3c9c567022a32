import { Anchor, Group, Stack, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { getReview } from '../../../../../api/reviews';
import type { SubmissionId } from '../../../../../domain/ids';
import { useView } from '../../../../client/view';
import { useRefusal } from '../../../../desk/refusal';
import { useDeskWords } from '../../../../desk/words';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { useSession } from '../../../../shell/session';
import { Sentence, useLanguage } from '../../../../words/words';
import { useReviewsWords } from '../words';
import type { ReviewItem } from './answers';
import { Circumstances } from './circumstances';
import { Decided } from './decided';
import { useDeciding } from './deciding';
import { Decision, hasOpenQuestion } from './decision';
import { Item } from './item';
import { ItemList } from './item-list';
import { NextReview, useNextReview } from './next-review';
import { Quicker } from './quicker';
import { Shortcuts, useHasKeys } from './shortcuts';
import { SignedWords } from './signed-words';
import { useReviewWords } from './words';

const isWaiting = ({ state }: ReviewItem) => state === 'submitted';

/** A submission, item by item: what was answered, what shows it, and the decision. `?item=` says which one is looked at. */
export function Review() {
  // Another submission begins anew, also where one review leads to the next.
  const { submissionId } = useParams();
  return <OneReview key={submissionId} submissionId={submissionId as SubmissionId} />;
}

function OneReview({ submissionId }: { submissionId: SubmissionId }) {
  const t = useReviewWords();
  const reviewsWords = useReviewsWords();
  const deskWords = useDeskWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const review = useView(getReview, { params: { submissionId } });
  const { items, developer, app } = review;
  const [search, setSearch] = useSearchParams();
  const [hasMoved, setHasMoved] = useState(false);
  const [said, setSaid] = useState('');
  const [hasKeys] = useHasKeys();
  // Beside the address, which follows in its own time: the next key is about the item that the last one led to.
  const [shown, setShown] = useState(search.get('item') ?? items.find(isWaiting)?.requirementId);
  const at = Math.max(
    0,
    items.findIndex((one) => one.requirementId === shown),
  );
  const item = items[at];
  const next = useNextReview(submissionId);
  const waiting = items.filter(isWaiting);

  function show(requirementId: string | undefined) {
    setHasMoved(true);
    if (!requirementId) return;
    setShown(requirementId);
    setSearch({ item: requirementId }, { replace: true });
  }
  function goOn(decided: readonly { requirementId: string; outcome: string }[]) {
    const ids = decided.map(({ requirementId }) => requirementId);
    const outcome = decided[0]?.outcome === 'return' ? 'returned' : 'accepted';
    setSaid(
      t('done.status', {
        item: items
          .filter((one) => ids.includes(one.requirementId))
          .map((one) => one.title[language])
          .join(', '),
        state: deskWords(`requirement.${outcome}`),
      }),
    );
    const left = [...items.slice(at + 1), ...items.slice(0, at)].filter(isWaiting);
    show(left.find((one) => !ids.includes(one.requirementId))?.requirementId ?? item?.requirementId);
  }
  const deciding = useDeciding(submissionId, item, {
    onDecided: goOn,
    onAsked: () => setSaid(t('ask.status', { item: item?.title[language] ?? '' })),
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
              <Anchor component={Link} to={paths.deskDeveloper(developer.id)} underline="always">
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
            beginAsk: may(() => item && !hasOpenQuestion(item) && deciding.beginAsk()),
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
              hasAsked={deciding.doing === 'asked'}
            />
          )}
          <SignedWords words={review.words} language={review.language} />
          {item && isWaiting(item) && (
            <Decision
              key={`decision ${item.requirementId}`}
              item={item}
              deciding={deciding}
              subject={{ state: item.state, begunBy: review.signedBy }}
              refusal={refusal}
              hasKeys={hasKeys}
              others={waiting.every((one) => refusalOf(one) === null) ? waiting : []}
            />
          )}
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
