import { Anchor, Badge, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import type { Field } from '../../../../../domain/catalogue/field';
import type { FieldFault } from '../../../../../domain/errors';
import { AnswerText } from '../../../../answer/answer-text';
import { useLanguage } from '../../../../words/words';
import type { AskedDraft } from './draft/keeper';
import { faultsAt } from './questions';
import { useWalkWords } from './words';

/** Answers to be checked: each with its question, what is wrong with it, and the way to change it. */
export function AnswerList({
  fields,
  answers,
  faults,
  asked,
  differs = () => false,
  wayTo,
}: {
  fields: readonly Field[];
  answers: Readonly<Record<string, unknown>>;
  /** Paths are JSON pointers into the answers. */
  faults: readonly FieldFault[];
  asked: Pick<AskedDraft, 'developerId'>;
  /** Whether the answer to a field is another than the first app's. */
  differs?: (slug: string) => boolean;
  wayTo: (slug: string) => string;
}) {
  const t = useWalkWords();
  const language = useLanguage();
  return (
    <Stack component="dl" gap={0} m={0}>
      {fields.map((field) => {
        const wrong = [...new Set(faultsAt(faults, `/${field.slug}`).map(({ message }) => message))];
        const label = field.label[language];
        return (
          <div key={field.slug} style={{ borderBottom: '1px solid var(--mantine-color-gray-3)', padding: '0.7rem 0' }}>
            <Group component="dt" justify="space-between" align="flex-start" wrap="nowrap" gap="md">
              <Text fw={600} fz="sm">
                {label}{' '}
                {differs(field.slug) && (
                  <Badge color="near" variant="light" tt="none">
                    {t('review.differs')}
                  </Badge>
                )}
              </Text>
              <Anchor component={Link} to={wayTo(field.slug)} lh={1.6} style={{ flexShrink: 0 }}>
                {t(answers[field.slug] === undefined ? 'review.answer' : 'review.change')}
                <VisuallyHidden>: {label}</VisuallyHidden>
              </Anchor>
            </Group>
            <dd style={{ margin: 0 }}>
              <AnswerText field={field} value={answers[field.slug]} developerId={asked.developerId} />
              {wrong.map((message) => (
                <Text key={message} c="over.8" fz="sm" fw={600}>
                  {message}
                </Text>
              ))}
            </dd>
          </div>
        );
      })}
    </Stack>
  );
}
