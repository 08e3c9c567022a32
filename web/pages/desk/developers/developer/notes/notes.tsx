import { Button, Group, Paper, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { listNotes, writeNote } from '../../../../../../api/notes';
import { useCommand } from '../../../../../client/command';
import { useList } from '../../../../../client/view';
import { More } from '../../../../../desk/more';
import { useDeskWords } from '../../../../../desk/words';
import { Moment } from '../../../../../moment/moment';
import { ProblemNotice } from '../../../../../problem/problem-notice';
import { Sentence } from '../../../../../words/words';
import { DeveloperPage, useDeskDeveloper } from '../developer-page';
import { useNotesWords } from './words';

/** What the vendor's people wrote down about a developer, newest first. */
export function Notes() {
  const t = useNotesWords();
  const deskWords = useDeskWords();
  const developer = useDeskDeveloper();
  const params = { developerId: developer.id };
  const { items, more, isAsking } = useList(listNotes, { params });
  const [words, setWords] = useState('');
  const [isTried, setIsTried] = useState(false);
  const writing = useCommand(writeNote, {
    onSuccess: () => {
      setWords('');
      setIsTried(false);
    },
  });
  function write(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (words.trim() !== '') writing.mutate({ params, body: { words } });
  }
  return (
    <DeveloperPage developer={developer} part="notes">
      <Stack maw={880}>
        <Text c="dimmed">{t('lead')}</Text>
        <form onSubmit={write} noValidate>
          <Stack gap="xs">
            <ProblemNotice problem={writing.error} />
            <Textarea
              label={t('words')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              error={isTried && words.trim() === '' ? t('missing') : undefined}
              autosize
              minRows={3}
              maxLength={4000}
            />
            <Group>
              <Button type="submit" loading={writing.isPending}>
                {t('write')}
              </Button>
            </Group>
          </Stack>
        </form>
        {!items && <Skeleton height={120} />}
        {items?.length === 0 && <Text c="dimmed">{t('none')}</Text>}
        {items?.map((note) => (
          <Paper key={note.id} withBorder p="md" component="article">
            <Text style={{ whiteSpace: 'pre-wrap' }}>{note.words}</Text>
            <Text fz="sm" c="dimmed">
              <Sentence
                t={t}
                of="by"
                values={{ who: note.writtenByName ?? deskWords('someone') }}
                elements={{ at: <Moment at={note.writtenAt} /> }}
              />
            </Text>
          </Paper>
        ))}
        <More more={more} isAsking={isAsking} />
      </Stack>
    </DeveloperPage>
  );
}
