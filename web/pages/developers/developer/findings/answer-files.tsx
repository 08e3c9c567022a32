import { Button, FileButton, Group, Input, Progress, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getEvidence, largestEvidenceBytes } from '../../../../../api/evidence';
import { evidenceMediaTypes } from '../../../../../domain/evidence/media-type';
import type { AppId, EvidenceId } from '../../../../../domain/ids';
import { isProblem, type Problem } from '../../../../client/problem';
import { uploadFile } from '../../../../client/upload';
import { viewOf } from '../../../../client/view';
import { ProblemNotice } from '../../../../problem/problem-notice';
import { useDeveloperId } from '../../../../shell/session';
import { UploadedFile } from '../walk/inputs/uploaded-file';
import { useFindingWords } from './words';

const mediaTypes = Object.keys(evidenceMediaTypes);

/** Files that go with an answer: uploaded as they are chosen, each with its hash, and left out again where wanted. */
export function AnswerFiles({
  appId,
  files,
  onChange,
}: {
  appId: AppId;
  files: readonly EvidenceId[];
  onChange: (files: EvidenceId[]) => void;
}) {
  const t = useFindingWords();
  const developerId = useDeveloperId();
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<{ name: string; part: number } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});

  async function take(file: File | null) {
    setProblem(null);
    setRefused(null);
    if (!file) return;
    if (file.size > largestEvidenceBytes) return setRefused(t('form.tooLarge'));
    if (!mediaTypes.includes(file.type)) return setRefused(t('form.wrongKind'));
    setProgress({ name: file.name, part: 0 });
    try {
      const kept = await uploadFile({ developerId, appId }, file, {
        onProgress: (part) => setProgress({ name: file.name, part }),
        signal: new AbortController().signal,
      });
      queryClient.setQueryData(viewOf(getEvidence, { params: { developerId, evidenceId: kept.id } }).queryKey, kept);
      setNames({ ...names, [kept.id]: kept.fileName });
      onChange([...files, kept.id]);
    } catch (fault) {
      if (!isProblem(fault)) throw fault;
      setProblem(fault);
    } finally {
      setProgress(null);
    }
  }

  return (
    <Input.Wrapper label={t('form.files')} description={t('form.filesHint')} error={refused} labelElement="div">
      <Stack gap="xs" mt="xs">
        <ProblemNotice problem={problem} />
        {files.map((file) => (
          <Stack key={file} gap={4}>
            <UploadedFile developerId={developerId} evidenceId={file} />
            <Group>
              <Button
                variant="subtle"
                size="compact-md"
                onClick={() => onChange(files.filter((other) => other !== file))}
              >
                {t('form.remove', { name: names[file] ?? file })}
              </Button>
            </Group>
          </Stack>
        ))}
        {progress && (
          <Stack gap={4} component="output">
            <Text fz="sm">
              {t('form.uploading', { name: progress.name, percent: Math.round(progress.part * 100) })}
            </Text>
            <Progress value={progress.part * 100} aria-label={t('form.progress')} />
          </Stack>
        )}
        <Group>
          <FileButton onChange={(file) => void take(file)} accept={mediaTypes.join(',')} disabled={progress !== null}>
            {(props) => (
              <Button {...props} variant="default" disabled={progress !== null || files.length >= 20}>
                {t('form.addFile')}
              </Button>
            )}
          </FileButton>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
