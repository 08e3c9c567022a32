import { Alert, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type FileRejection, useDropzone } from 'react-dropzone';
import { getEvidence, largestEvidenceBytes } from '../../../../../../api/evidence';
import { isId } from '../../../../../../domain/ids';
import { isProblem, type Problem } from '../../../../../client/problem';
import { uploadFile } from '../../../../../client/upload';
import { viewOf } from '../../../../../client/view';
import { ProblemNotice } from '../../../../../problem/problem-notice';
import { Icon } from '../../../../../theme/icon';
import { useLanguage } from '../../../../../words/words';
import { useWalkWords } from '../words';
import { type InputProps, inputId, useFrame } from './input-props';
import { UploadedFile } from './uploaded-file';

/** A file as evidence: dropped here or chosen, uploaded with its progress, shown with its hash. */
export function EvidenceInput({ value, onChange, ...props }: InputProps<'evidence'>) {
  const t = useWalkWords();
  const frame = useFrame(props);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const upload = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<{ name: string; part: number } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { developerId, appId } = props.asked;
  const { accepts } = props.field;
  const kinds = accepts.map((type) => t(`evidence.kind.${kindOf(type)}`)).join(t('answer.and'));

  async function take(files: File[], rejected: readonly FileRejection[]) {
    setProblem(null);
    const reason = rejected[0]?.errors[0]?.code;
    setRefused(reason ? t(reason === 'file-too-large' ? 'evidence.tooLarge' : 'evidence.wrongKind', { kinds }) : null);
    const [file] = files;
    if (!file) return;
    upload.current = new AbortController();
    setProgress({ name: file.name, part: 0 });
    try {
      const kept = await uploadFile({ developerId, appId }, file, {
        onProgress: (part) => setProgress({ name: file.name, part }),
        signal: upload.current.signal,
      });
      queryClient.setQueryData(viewOf(getEvidence, { params: { developerId, evidenceId: kept.id } }).queryKey, kept);
      onChange(kept.id);
    } catch (fault) {
      if (isProblem(fault)) setProblem(fault);
      else if (!(fault instanceof DOMException)) throw fault;
    } finally {
      setProgress(null);
    }
  }

  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({
    accept: Object.fromEntries(accepts.map((type) => [type, []])),
    maxSize: largestEvidenceBytes,
    multiple: false,
    noClick: true,
    noKeyboard: true,
    disabled: progress !== null,
    onDrop: (files, rejected) => void take(files, rejected),
  });
  const isGiven = isId('evd', value);
  return (
    <Stack gap="sm">
      {frame.description && <Text c="dimmed">{frame.description}</Text>}
      <ProblemNotice problem={problem} />
      {isGiven && <UploadedFile developerId={developerId} evidenceId={value} />}
      <Paper
        {...getRootProps()}
        withBorder
        p="lg"
        style={{
          borderStyle: 'dashed',
          borderWidth: 2,
          borderColor: `var(--mantine-color-harbour-${isDragActive ? 8 : 3})`,
        }}
      >
        <input {...getInputProps({ 'aria-label': props.field.label[language], tabIndex: -1 })} />
        <Stack gap="xs" align="flex-start">
          <Text>{t(isDragActive ? 'evidence.drop' : 'evidence.dragHere')}</Text>
          <Group>
            <Button id={inputId(props.path)} variant="default" onClick={open} disabled={progress !== null}>
              {t(isGiven ? 'evidence.replace' : 'evidence.choose')}
            </Button>
            {isGiven && (
              <Button variant="subtle" onClick={() => onChange(undefined)}>
                {t('evidence.remove')}
              </Button>
            )}
          </Group>
          <Text fz="sm" c="dimmed">
            {t('evidence.limits', { kinds })}
          </Text>
        </Stack>
      </Paper>
      {progress && (
        <Stack gap={4} component="output">
          <Text fz="sm">
            {t('evidence.uploading', { name: progress.name, percent: Math.round(progress.part * 100) })}
          </Text>
          <Progress value={progress.part * 100} aria-label={t('evidence.progress')} />
          <Group>
            <Button size="compact-md" variant="subtle" onClick={() => upload.current?.abort()}>
              {t('evidence.stop')}
            </Button>
          </Group>
        </Stack>
      )}
      {(refused ?? frame.error) && (
        <Alert color="over" role="alert" icon={<Icon name="warning" />}>
          {refused ?? frame.error}
        </Alert>
      )}
    </Stack>
  );
}

const kinds = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'application/pdf': 'pdf',
  'application/json': 'json',
  'text/plain': 'text',
} as const;

function kindOf(mediaType: string): (typeof kinds)[keyof typeof kinds] {
  return kinds[mediaType as keyof typeof kinds] ?? 'text';
}
