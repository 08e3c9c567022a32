import { Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { concludePostMortem } from '../../../../../api/post-mortems';
import type { PostMortemId } from '../../../../../domain/ids';
import { useCommand } from '../../../../client/command';
import { ReasonedAct } from '../../../../desk/reasoned-act';
import { usePostMortemWords } from './words';

/** Concludes a post-mortem: why it came to the suspension, and what prevents the next. */
export function Conclusion({ postMortemId }: { postMortemId: PostMortemId }) {
  const t = usePostMortemWords();
  const concluding = useCommand(concludePostMortem);
  const [cause, setCause] = useState('');
  const [prevention, setPrevention] = useState('');
  return (
    <Group>
      <ReasonedAct
        act="concludePostMortem"
        label={t('conclude')}
        what={t('concludeWhat')}
        command={concluding}
        given={() =>
          cause.trim() === '' || prevention.trim() === ''
            ? null
            : { params: { postMortemId }, body: { cause: cause.trim(), prevention: prevention.trim() } }
        }
      >
        <Textarea
          label={t('cause')}
          value={cause}
          onChange={(event) => setCause(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={4000}
          required
          data-autofocus
        />
        <Textarea
          label={t('prevention')}
          value={prevention}
          onChange={(event) => setPrevention(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={4000}
          required
        />
      </ReasonedAct>
    </Group>
  );
}
