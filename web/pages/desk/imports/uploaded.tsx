import { Text } from '@mantine/core';
import { useStaffName } from '../../../desk/staff-names';
import { Moment } from '../../../moment/moment';
import { Sentence } from '../../../words/words';
import type { Import } from './state-badge';
import { useImportWords } from './words';

/** Who uploaded the file of an import, and when. */
export function Uploaded({ found: { uploadedBy, uploadedAt } }: { found: Pick<Import, 'uploadedBy' | 'uploadedAt'> }) {
  const t = useImportWords();
  const nameOf = useStaffName();
  return (
    <Text fz="sm" c="dimmed">
      <Sentence
        t={t}
        of="uploadedBy"
        values={{ who: nameOf(uploadedBy) }}
        elements={{ at: <Moment at={uploadedAt} /> }}
      />
    </Text>
  );
}
