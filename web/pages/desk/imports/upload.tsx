import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { type FileRejection, useDropzone } from 'react-dropzone';
import { useNavigate } from 'react-router';
import { downloadImportTemplate, mostImportBytes, mostImportRows, uploadImport } from '../../../../api/imports';
import type { ImportFileProblem } from '../../../../domain/imports/columns';
import { importFileProblemText } from '../../../../domain/imports/problem-words';
import { addressOf } from '../../../client/call';
import { useCommand } from '../../../client/command';
import { ActButton } from '../../../desk/act-button';
import { useRefusal } from '../../../desk/refusal';
import { paths } from '../../../paths';
import { ProblemNotice } from '../../../problem/problem-notice';
import { Icon } from '../../../theme/icon';
import { useLanguage } from '../../../words/words';
import { useImportWords } from './words';

const megabytes = mostImportBytes / 1_000_000;

/** A file, dropped or chosen; its preview is the next page. */
export function Upload() {
  const t = useImportWords();
  const navigate = useNavigate();
  const language = useLanguage();
  const isAllowed = useRefusal()('uploadImport') === null;
  const [refused, setRefused] = useState<string | null>(null);
  const uploading = useCommand(uploadImport, { onSuccess: ({ id }) => void navigate(paths.deskImport(id)) });

  function take([file]: File[], rejected: readonly FileRejection[]) {
    uploading.reset();
    const code = rejected[0]?.errors[0]?.code;
    setRefused(code ? t(code === 'file-too-large' ? 'upload.tooLarge' : 'upload.wrongKind', { megabytes }) : null);
    // Where a spreadsheet program is installed the browser calls the file after that.
    const body = file && new File([file], file.name, { type: 'text/csv' });
    if (body) uploading.mutate({ body, headers: { 'Accept-Language': language } });
  }
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({
    accept: { 'text/csv': ['.csv'] },
    maxSize: mostImportBytes,
    multiple: false,
    noClick: true,
    noKeyboard: true,
    disabled: uploading.isPending || !isAllowed,
    onDrop: take,
  });
  const { file } = (uploading.error?.details ?? {}) as { file?: ImportFileProblem };
  const faults = Object.entries(uploading.error?.faults ?? {});
  return (
    <Stack component="section" gap="sm" aria-labelledby="upload">
      <Title order={2} size="h3" id="upload">
        {t('upload.title')}
      </Title>
      <ProblemNotice problem={uploading.error} words={file && importFileProblemText(file, language)} />
      {faults.length > 0 && (
        <Stack gap={4}>
          <Text>{t('upload.faults')}</Text>
          <List>
            {faults.map(([path, message]) => (
              <List.Item key={path}>{t('upload.fault', { column: path.slice(1), message })}</List.Item>
            ))}
          </List>
        </Stack>
      )}
      {refused && (
        <Alert color="over" role="alert" icon={<Icon name="warning" />}>
          {refused}
        </Alert>
      )}
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
        <input {...getInputProps({ 'aria-label': t('upload.file'), tabIndex: -1 })} />
        <Stack gap="xs" align="flex-start">
          <Text>{t(isDragActive ? 'upload.drop' : 'upload.dragHere')}</Text>
          <Group align="flex-start">
            <ActButton act="uploadImport" loading={uploading.isPending} onClick={open}>
              {t('upload.choose')}
            </ActButton>
            <Button component="a" variant="default" href={addressOf(downloadImportTemplate, {})} download>
              {t('upload.template')}
            </Button>
          </Group>
          <Text fz="sm" c="dimmed" role="status">
            {uploading.isPending
              ? t('upload.reading')
              : t('upload.limits', { rows: mostImportRows.toLocaleString('en'), megabytes })}
          </Text>
        </Stack>
      </Paper>
    </Stack>
  );
}
