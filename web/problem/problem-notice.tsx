import { Alert, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Problem } from '../client/problem';
import { Icon } from '../theme/icon';
import { useProblemText } from './problem-text';
import { useProblemWords } from './words';

/**
 * What a command was refused for, and what to do next. It takes the focus when it appears, so that nobody misses it.
 * Nothing where there is no problem: `<ProblemNotice problem={command.error} />`. `words`: where a page can say it more closely.
 */
export function ProblemNotice({ problem, words }: { problem: Problem | null; words?: string | undefined }) {
  const t = useProblemWords();
  const textOf = useProblemText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="over" icon={<Icon name="warning" />} title={t('title')}>
      <Text>{words ?? textOf(problem)}</Text>
      {problem.code === 'internal' && problem.instance && (
        <Text fz="sm">{t('reference', { instance: problem.instance })}</Text>
      )}
    </Alert>
  );
}

/** What is wrong with a field of the body, for the `error` of an input. Chinese says only that it has to be corrected. */
export function useFieldFault(problem: Problem | null): (field: string) => string | undefined {
  const t = useProblemWords();
  const textOf = useProblemText();
  return (field) => {
    const fault = problem?.faultOf(field);
    if (!problem || fault === undefined) return undefined;
    return textOf(problem) === problem.message ? fault : t('field');
  };
}
