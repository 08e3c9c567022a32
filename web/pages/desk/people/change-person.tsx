import { useState } from 'react';
import { changeStaff } from '../../../../api/people';
import { useCommand } from '../../../client/command';
import { ReasonedAct } from '../../../desk/reasoned-act';
import type { Member } from './people';
import { PlaceFields } from './place-fields';
import { usePeopleWords } from './words';

/** Another role, team or language for somebody. */
export function ChangePerson({ member, refusal }: { member: Member; refusal: string | null }) {
  const t = usePeopleWords();
  const { personId, role, language, team } = member;
  const [told, setTold] = useState({ role, language, team: team ?? '' });
  const changing = useCommand(changeStaff);
  return (
    <ReasonedAct
      act="changeStaff"
      refusal={refusal}
      label={t('change')}
      what={t('changeWhat')}
      command={changing}
      given={() => ({ params: { personId }, body: { ...told, team: told.team.trim() || null } })}
      variant="default"
      size="compact-sm"
    >
      <PlaceFields value={told} onChange={(changes) => setTold((before) => ({ ...before, ...changes }))} />
    </ReasonedAct>
  );
}
