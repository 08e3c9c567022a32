import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { isObject } from '../../../../../../domain/catalogue/judging';
import { useWalkWords } from '../words';
import { type InputProps, useFrame } from './input-props';

/** The way inside the app: what is tapped, one after the other, with `>` between. What was understood is told below. */
export function PathInput({ value, onChange, ...props }: InputProps<'path'>) {
  const t = useWalkWords();
  const frame = useFrame(props);
  const { typed, type } = useTyped(tapsOf(value), joined, (words) => onChange(parsed(words)));
  const taps = tapsOf(value);
  return (
    <TextInput
      {...frame}
      description={
        <>
          {frame.description} {t('path.hint')}{' '}
          {taps.length > 0 && t('path.understood', { count: taps.length, way: joined(taps) })}
        </>
      }
      placeholder={t('path.example')}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** Where people go: an https address, or the way inside the app. Which of them it is follows from what is typed. */
export function PlaceInput({ value, onChange, ...props }: InputProps<'place'>) {
  const t = useWalkWords();
  const frame = useFrame(props);
  const { typed, type } = useTyped(value, placeWords, (words) => onChange(placeOf(words)));
  const taps = isObject(value) ? tapsOf(value.path) : [];
  const isUrl = isObject(value) && 'url' in value;
  return (
    <TextInput
      {...frame}
      description={
        <>
          {frame.description} {t('path.hint')}{' '}
          {isUrl ? t('path.isUrl') : taps.length > 0 && t('path.understood', { count: taps.length, way: joined(taps) })}
        </>
      }
      placeholder={t('path.placeExample')}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** Words as they are typed, beside the value that they mean: a blank at the end is not taken away while somebody writes. */
function useTyped(value: unknown, wordsOf: (value: never) => string, mean: (words: string) => void) {
  const shown = wordsOf(value as never);
  const [words, setWords] = useState(shown);
  const [meant, setMeant] = useState(shown);
  if (shown !== meant) {
    // The answer changed from elsewhere: by the other tab, or because an earlier one was taken over.
    setMeant(shown);
    if (tidy(words) !== tidy(shown)) setWords(shown);
  }
  return {
    typed: words,
    type(now: string) {
      setWords(now);
      mean(now);
    },
  };
}

function tidy(words: string): string {
  return joined(parsed(words) ?? []);
}

function parsed(words: string): string[] | undefined {
  const taps = words
    .split(/[>›→＞]/)
    .map((tap) => tap.trim())
    .filter((tap) => tap !== '');
  return taps.length > 0 ? taps : undefined;
}

function placeOf(words: string): { url: string } | { path: string[] } | undefined {
  if (/^\s*https?:/i.test(words)) return { url: words.trim() };
  const path = parsed(words);
  return path && { path };
}

function placeWords(value: unknown): string {
  if (!isObject(value)) return '';
  return typeof value.url === 'string' ? value.url : joined(tapsOf(value.path));
}

function tapsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((tap) => typeof tap === 'string') : [];
}

function joined(taps: readonly string[]): string {
  return taps.join(' › ');
}
