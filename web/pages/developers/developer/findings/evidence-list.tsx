import { Anchor, List, Stack, Text } from '@mantine/core';
import { type EvidenceId, isId } from '../../../../../domain/ids';
import { useDeveloperId } from '../../../../shell/session';
import { UploadedFile } from '../walk/inputs/uploaded-file';

/** What shows something: files of the developer, addresses, or lines of text. */
export function EvidenceList({ evidence }: { evidence: readonly string[] }) {
  const developerId = useDeveloperId();
  const files = evidence.filter((one): one is EvidenceId => isId('evd', one));
  const lines = evidence.filter((one) => !isId('evd', one));
  return (
    <Stack gap="xs">
      {lines.length > 0 && (
        <List>
          {lines.map((one) => (
            <List.Item key={one}>
              {isAddress(one) ? (
                <Anchor href={one} target="_blank" rel="noreferrer">
                  {one}
                </Anchor>
              ) : (
                <Text span>{one}</Text>
              )}
            </List.Item>
          ))}
        </List>
      )}
      {files.map((one) => (
        <UploadedFile key={one} developerId={developerId} evidenceId={one} />
      ))}
    </Stack>
  );
}

/** Only pages: what people type is never a script. */
function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
