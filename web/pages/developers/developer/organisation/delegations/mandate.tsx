import { Anchor, Button, FileButton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { downloadMandate, uploadMandate } from '../../../../../../api/delegations';
import { useRefusals } from '../../../../../action/refusals';
import { addressOf } from '../../../../../client/call';
import { useCommand } from '../../../../../client/command';
import { Moment } from '../../../../../moment/moment';
import { tell } from '../../../../../outcome/tell';
import { ProblemNotice } from '../../../../../problem/problem-notice';
import { Sentence } from '../../../../../words/words';
import type { DeveloperShown } from '../../actions';
import type { DelegationShown } from './shown';
import { useDelegationWords } from './words';

const accepted = 'application/pdf,image/png,image/jpeg';
const largestBytes = 5 * 1024 * 1024;

/** The paper under which an agency signs: which one stands, and uploading one. */
export function Mandate({ delegation, developer }: { delegation: DelegationShown; developer: DeveloperShown }) {
  const t = useDelegationWords();
  const { id: delegationId, developerId, agencyName: agency, mandate, state, scopes } = delegation;
  const params = { developerId, delegationId };
  return (
    <Stack gap={4} align="flex-start">
      <Text fz="sm" fw={600}>
        {t('mandate.title')}
      </Text>
      {mandate ? (
        <>
          <Text fz="sm">
            <Sentence
              t={t}
              of="mandate.has"
              values={{ name: mandate.fileName }}
              elements={{ at: <Moment at={mandate.uploadedAt} timeZone={developer.timeZone} isBare /> }}
            />
          </Text>
          {!mandate.isDestroyed && (
            <Anchor
              href={addressOf(downloadMandate, { params })}
              fz="sm"
              aria-label={t('mandate.downloadOf', { agency })}
            >
              {t('mandate.download')}
            </Anchor>
          )}
        </>
      ) : (
        <Text fz="sm">
          {t('mandate.none')} {scopes.includes('sign') && t('mandate.needed')}
        </Text>
      )}
      {state === 'in-force' && <Upload delegation={delegation} />}
    </Stack>
  );
}

function Upload({ delegation }: { delegation: DelegationShown }) {
  const t = useDelegationWords();
  const { id: delegationId, developerId, agencyName: agency, mandate } = delegation;
  const refusal = useRefusals(developerId)(uploadMandate);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const upload = useCommand(uploadMandate, { onSuccess: () => tell(t('mandate.done', { agency })) });
  const act = mandate ? 'replace' : 'upload';
  if (refusal !== null) {
    return (
      <Text fz="sm" c="dimmed">
        {refusal}
      </Text>
    );
  }
  return (
    <>
      <FileButton
        accept={accepted}
        onChange={(file) => {
          if (!file) return;
          setIsTooLarge(file.size > largestBytes);
          if (file.size <= largestBytes) upload.mutate({ params: { developerId, delegationId }, body: file });
        }}
        inputProps={{ 'aria-label': t(`mandate.${act}Of`, { agency }) }}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            mt={4}
            loading={upload.isPending}
            aria-label={t(`mandate.${act}Of`, { agency })}
          >
            {t(`mandate.${act}`)}
          </Button>
        )}
      </FileButton>
      <Text fz="sm" c="dimmed">
        {t('mandate.help')}
      </Text>
      {isTooLarge && (
        <Text fz="sm" c="over.8" role="alert">
          {t('mandate.tooLarge')}
        </Text>
      )}
      <ProblemNotice problem={upload.error} />
    </>
  );
}
