import { Text, type TextProps } from '@mantine/core';
import type { getSubmission } from '../../api/submissions';
import type { AnswerOf } from '../client/asked';
import { useLanguage } from '../words/words';

type Detail = AnswerOf<typeof getSubmission>['checkResults'][number]['detail'];

/** What a check found, in the language of the page; in English where it was written down in no other. */
export function CheckDetail({ detail, ...look }: { detail: Detail } & Pick<TextProps, 'c' | 'pt'>) {
  const language = useLanguage();
  const shown = detail[language];
  return (
    <Text fz="sm" lang={shown === null ? 'en' : undefined} {...look}>
      {shown ?? detail.en}
    </Text>
  );
}
