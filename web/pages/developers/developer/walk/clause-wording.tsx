import { Box, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ClauseChange } from '../../../../../domain/policies/policy-version';
import { Day } from '../../../../moment/moment';
import { ChangedWords } from '../../../../wording/changed-words';
import { Sentence, useLanguage } from '../../../../words/words';
import type { Draft } from './draft/keeper';
import { useWalkWords } from './words';

/**
 * One clause in the language of the page: as it reads now, and where it changed since it was last stated, word by word against then.
 * Where no earlier Chinese wording is on record, the English one is compared below it.
 */
export function ClauseWording({ change, isNumbered }: { change: ClauseChange; isNumbered: boolean }) {
  const t = useWalkWords();
  const { clause, before, after, isChanged } = change;
  const shown = useLanguage() === 'zh-CN' && after.zhCn !== null ? 'zh-CN' : 'en';
  const [then, now] = shown === 'en' ? [before?.en ?? '', after.en] : [before ? before.zhCn : '', after.zhCn ?? ''];
  return (
    <Stack gap="xs">
      {isNumbered && (
        <Text fz="sm" fw={600}>
          {t('clause.title', { count: 1, clauses: clause })}
        </Text>
      )}
      {isChanged && (
        <Text fz="sm" fw={600}>
          {t(then === null ? 'clause.reworded' : 'clause.changed')}
        </Text>
      )}
      <Words isSetOff={isChanged}>
        <ChangedWords before={isChanged ? then : null} after={now} language={shown} fz="sm" />
      </Words>
      {isChanged && then === null && (
        <>
          <Text fz="sm" fw={600}>
            {t('clause.inEnglish')}
          </Text>
          <Words isSetOff>
            <ChangedWords before={before?.en ?? ''} after={after.en} language="en" fz="sm" />
          </Words>
        </>
      )}
    </Stack>
  );
}

/** The words of the policy, set off where something is said about them beside them. */
function Words({ isSetOff, children }: { isSetOff: boolean; children: ReactNode }) {
  if (!isSetOff) return children;
  return (
    <Box component="blockquote" m={0} ps="sm" style={{ borderInlineStart: '3px solid var(--mantine-color-harbour-3)' }}>
      {children}
    </Box>
  );
}

/** What the vendor says about the change, in the language of the page, and from when it holds. */
export function ChangeSummary({ policy }: { policy: NonNullable<Draft['policy']> }) {
  const t = useWalkWords();
  const language = useLanguage();
  return (
    <Stack gap={4}>
      <Text fz="sm" fw={600}>
        {t('clause.summary')}
      </Text>
      <Text fz="sm">{policy.summary[language]}</Text>
      <Text fz="sm">
        <Sentence
          t={t}
          of="clause.from"
          values={{ title: policy.title }}
          elements={{ day: <Day on={policy.effectiveOn} isBare /> }}
        />
      </Text>
    </Stack>
  );
}
