import { Alert, Button, Group, Kbd, Paper, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { listReasonCodes } from '../../../../../api/reviews';
import type { ReasonCode } from '../../../../../domain/reviews/reason-codes';
import { useView } from '../../../../client/view';
import { ActButton } from '../../../../desk/act-button';
import type { Subject } from '../../../../desk/acts';
import { DayInput } from '../../../../moment/day-input';
import { ProblemNotice } from '../../../../problem/problem-notice';
import { countryName } from '../../../../words/names';
import { useLanguage } from '../../../../words/words';
import type { ReviewItem } from './answers';
import { AskForm } from './ask-form';
import type { useDeciding } from './deciding';
import { useReviewWords } from './words';

/** Accept or return one item, or ask about it. `deciding` holds what is half done, so that keys and buttons do the same. */
export function Decision({
  item,
  deciding,
  subject,
  refusal,
  hasKeys,
  others,
}: {
  item: ReviewItem;
  deciding: ReturnType<typeof useDeciding>;
  subject: Subject;
  refusal: string | null;
  hasKeys: boolean;
  /** All that wait, where this person may decide them in one go. */
  others: readonly ReviewItem[];
}) {
  const t = useReviewWords();
  const { doing, problem } = deciding;
  const claim = item.exemption;
  return (
    <Paper withBorder p="md" shadow="md" component="section" aria-labelledby="decision" className="decision-bar">
      <Stack gap="sm">
        <Title order={2} size="h4" id="decision">
          {t('decide.title')}
        </Title>
        <ProblemNotice problem={problem?.code === 'requirement.already-decided' ? null : problem} />
        {claim && <Claim claim={claim} deciding={deciding} />}
        {doing === 'return' && <ReturnForm deciding={deciding} />}
        {doing === 'ask' && <AskForm deciding={deciding} />}
        {doing !== 'return' && doing !== 'ask' && (
          <Group align="flex-start">
            <ActButton
              act="decideReview"
              subject={subject}
              refusal={refusal}
              color="good"
              loading={deciding.isPending}
              rightSection={hasKeys && <Kbd size="xs">A</Kbd>}
              onClick={deciding.accept}
            >
              {t(claim ? 'decide.grant' : 'decide.accept')}
            </ActButton>
            <ActButton
              act="decideReview"
              subject={subject}
              refusal={refusal}
              color="over"
              variant="outline"
              rightSection={hasKeys && <Kbd size="xs">R</Kbd>}
              onClick={deciding.beginReturn}
            >
              {t('decide.return')}
            </ActButton>
            <ActButton
              act="askReviewQuestion"
              subject={subject}
              refusal={refusal ?? (hasOpenQuestion(item) ? t('ask.isOpen') : null)}
              variant="default"
              rightSection={hasKeys && <Kbd size="xs">Q</Kbd>}
              onClick={deciding.beginAsk}
            >
              {t('ask.begin')}
            </ActButton>
            {others.length > 1 && (
              <Button variant="default" loading={deciding.isPending} onClick={() => deciding.acceptAll(others)}>
                {t('decide.acceptAll', { count: others.length })}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

/** What was asked about the item has no answer yet: one question at a time. */
export const hasOpenQuestion = ({ questions }: Pick<ReviewItem, 'questions'>) => questions.some(({ isOpen }) => isOpen);

function Claim({
  claim,
  deciding,
}: {
  claim: NonNullable<ReviewItem['exemption']>;
  deciding: ReturnType<typeof useDeciding>;
}) {
  const t = useReviewWords();
  const language = useLanguage();
  const region = countryName(claim.jurisdiction, language);
  return (
    <Alert color="near" title={t('exemption.title')}>
      <Stack gap={4}>
        <Text>
          {t('exemption.statute')}: {claim.statute} · {t('exemption.jurisdiction')}: {region}
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap' }}>
          {t('exemption.reason')}: {claim.reason}
        </Text>
        <Text>{t('exemption.grant')}</Text>
        <DayInput
          label={t('exemption.until')}
          description={t('exemption.untilHint')}
          value={deciding.untilOn ?? claim.askedUntilOn}
          onChange={deciding.setUntilOn}
          latest={claim.askedUntilOn}
        />
      </Stack>
    </Alert>
  );
}

function ReturnForm({ deciding }: { deciding: ReturnType<typeof useDeciding> }) {
  const t = useReviewWords();
  const language = useLanguage();
  const { items } = useView(listReasonCodes, {});
  const [code, setCode] = useState<string | null>(null);
  const [sentence, setSentence] = useState('');
  const [isTried, setIsTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  function send() {
    setIsTried(true);
    if (code !== null && sentence.trim() !== '') deciding.sendBack(code as ReasonCode, sentence.trim());
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        <Select
          label={t('decide.code')}
          data={items.map((one) => ({ value: one.code, label: one.text[language] }))}
          value={code}
          onChange={setCode}
          error={isTried && code === null ? t('decide.codeMissing') : undefined}
          searchable
          required
          ref={first}
        />
        <Textarea
          label={t('decide.sentence')}
          description={t('decide.sentenceHint')}
          value={sentence}
          onChange={(event) => setSentence(event.currentTarget.value)}
          error={isTried && sentence.trim() === '' ? t('decide.sentenceMissing') : undefined}
          autosize
          minRows={3}
          maxLength={2000}
          required
          onKeyDown={getHotkeyHandler([['mod+Enter', send]])}
        />
        <Group>
          <Button type="submit" color="over" loading={deciding.isPending}>
            {t('decide.send')}
          </Button>
          <Button variant="default" onClick={deciding.cancel}>
            {t('decide.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
