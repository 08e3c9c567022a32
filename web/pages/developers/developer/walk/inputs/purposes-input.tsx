import { Checkbox, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Answers } from '../../../../../../domain/catalogue/condition';
import type { Field } from '../../../../../../domain/catalogue/field';
import { isObject } from '../../../../../../domain/catalogue/judging';
import { obligations } from '../../../../../../domain/obligations';
import { AnswerText } from '../../../../../answer/answer-text';
import { useLanguage } from '../../../../../words/words';
import { entryOf } from '../questions';
import { useWalkWords } from '../words';
import { type InputProps, useFrame } from './input-props';

/** Each purpose that the vendor's policy names, beside the developer's own clause on it and where people agree to it (or what frees from asking). */
export function PurposesInput({ value, onChange, ...props }: InputProps<'choices'>) {
  const t = useWalkWords();
  const language = useLanguage();
  const frame = useFrame(props);
  const chosen = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  return (
    <Checkbox.Group {...frame} value={chosen} onChange={(now) => onChange(now)}>
      <Stack gap="md" mt="sm">
        {props.field.options.map((option) => (
          <Paper key={option.value} withBorder p="md">
            <Checkbox value={option.value} label={option.label[language]} size="md" mb="sm" />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <Beside title={t('purposes.clause')} slugs={['thirdPartyClause']} {...props} />
              <Beside title={t('purposes.consent')} slugs={['basis', 'consentScreen', 'exemption']} {...props} />
            </SimpleGrid>
          </Paper>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** What is answered elsewhere about it; where nothing is yet, says so. */
function Beside({
  title,
  slugs,
  known,
  asked,
}: { title: string; slugs: readonly string[] } & Pick<InputProps, 'known' | 'asked'>) {
  const t = useWalkWords();
  const answered = answersTo(slugs, known, asked);
  return (
    <Stack gap={4}>
      <Text fz="sm" fw={600}>
        {title}
      </Text>
      {answered.length === 0 && <Text c="dimmed">{t('purposes.notYet')}</Text>}
      {answered.map(({ field, value }) => (
        <AnswerText key={field.slug} field={field} value={value} developerId={asked.developerId} />
      ))}
    </Stack>
  );
}

function answersTo(slugs: readonly string[], known: InputProps['known'], asked: InputProps['asked']) {
  const found: { field: Field; value: unknown }[] = [];
  for (const obligation of obligations) {
    const answers: Answers | undefined = known[obligation];
    if (!answers) continue;
    for (const field of entryOf({ ...asked, obligation }).fields) {
      const value = answers[field.slug];
      const isThere = value !== undefined && value !== '' && !(isObject(value) && Object.keys(value).length === 0);
      if (slugs.includes(field.slug) && isThere) found.push({ field, value });
    }
  }
  return found;
}
