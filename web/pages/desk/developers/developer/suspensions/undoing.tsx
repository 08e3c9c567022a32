import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { undoSuspension } from '../../../../../../api/suspensions';
import { mayUndo } from '../../../../../../domain/lifecycle/post-mortems';
import { staffRoles } from '../../../../../../domain/permissions';
import { useCommand } from '../../../../../client/command';
import { ReasonedAct } from '../../../../../desk/reasoned-act';
import type { Suspension } from './suspension-list';
import { useSuspensionWords } from './words';

/** Undoes a suspension that should not have been, in one act: what was wrong, and how it was noticed. */
export function Undoing({ suspension, app }: { suspension: Suspension; app: string }) {
  const t = useSuspensionWords();
  const undoing = useCommand(undoSuspension);
  const [found, setFound] = useState('');
  return (
    <ReasonedAct
      act="undoSuspension"
      subject={{ state: 'open', roles: staffRoles.filter((role) => mayUndo(role, suspension.class)) }}
      label={t('suspensions.undo')}
      what={t('suspensions.undoWhat', { app })}
      reason={t('suspensions.undoReason')}
      command={undoing}
      given={(reason) =>
        found.trim() === '' ? null : { params: { suspensionId: suspension.id }, body: { reason, found: found.trim() } }
      }
      color="over"
      variant="outline"
    >
      <Textarea
        label={t('suspensions.found')}
        description={t('suspensions.foundHelp')}
        value={found}
        onChange={(event) => setFound(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2000}
        required
      />
    </ReasonedAct>
  );
}
