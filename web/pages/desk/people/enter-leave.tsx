import { useState } from 'react';
import { enterLeave } from '../../../../api/staff';
import type { PersonId } from '../../../../domain/ids';
import { useCommand } from '../../../client/command';
import type { Subject } from '../../../desk/acts';
import { ReasonedAct } from '../../../desk/reasoned-act';
import { DayInput } from '../../../moment/day-input';
import { dayOf } from '../../../moment/zoned';
import { ManagerSelect } from './manager-select';
import type { Member } from './people';
import { usePeopleWords } from './words';

/** Days on which somebody is away, and who stands in. */
export function EnterLeave({ member: { personId, name }, subject }: { member: Member; subject: Subject }) {
  const t = usePeopleWords();
  const [today] = useState(() => dayOf(Date.now()));
  const [fromOn, setFromOn] = useState<string | null>(today);
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const [standInId, setStandInId] = useState<PersonId | null>(null);
  const [isTried, setIsTried] = useState(false);
  const entering = useCommand(enterLeave);

  function given() {
    setIsTried(true);
    return fromOn && untilOn && standInId ? { params: { personId }, body: { fromOn, untilOn, standInId } } : null;
  }
  return (
    <ReasonedAct
      act="enterLeave"
      subject={subject}
      label={t('leave')}
      what={t('leaveWhat', { name })}
      command={entering}
      given={given}
      variant="default"
      size="compact-sm"
    >
      <DayInput
        label={t('field.from')}
        value={fromOn}
        onChange={setFromOn}
        error={isTried && !fromOn && t('field.fromMissing')}
        required
      />
      <DayInput
        label={t('field.until')}
        value={untilOn}
        onChange={setUntilOn}
        earliest={fromOn ?? today}
        error={isTried && !untilOn && t('field.untilMissing')}
        required
      />
      <ManagerSelect
        label={t('field.standIn')}
        not={personId}
        value={standInId}
        onChange={setStandInId}
        error={isTried && !standInId && t('field.standInMissing')}
      />
    </ReasonedAct>
  );
}
