import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { createTier, renameTier } from '../../../../../api/tiers';
import type { TierId } from '../../../../../domain/ids';
import { useCommand } from '../../../../client/command';
import { ReasonedAct } from '../../../../desk/reasoned-act';
import { useTermsWords } from './words';

/** A tier with a name of its own. */
export function CreateTier() {
  const t = useTermsWords();
  const name = useName('');
  const creating = useCommand(createTier, { onSuccess: name.clear });
  return (
    <ReasonedAct
      act="createTier"
      label={t('create')}
      what={t('createWhat')}
      command={creating}
      given={() => name.given((given) => ({ body: { name: given } }))}
    >
      {name.field}
    </ReasonedAct>
  );
}

export function RenameTier({ tierId, name: known }: { tierId: TierId; name: string }) {
  const t = useTermsWords();
  const name = useName(known);
  const renaming = useCommand(renameTier);
  return (
    <ReasonedAct
      act="renameTier"
      label={t('rename')}
      what={t('renameWhat')}
      command={renaming}
      given={() => name.given((given) => ({ params: { tierId }, body: { name: given } }))}
      variant="default"
    >
      {name.field}
    </ReasonedAct>
  );
}

function useName(begin: string) {
  const t = useTermsWords();
  const [text, setText] = useState(begin);
  const [isTried, setIsTried] = useState(false);
  const name = text.trim();
  return {
    clear: () => {
      setText(begin);
      setIsTried(false);
    },
    given<Given>(make: (name: string) => Given): Given | null {
      setIsTried(true);
      return name === '' ? null : make(name);
    },
    field: (
      <TextInput
        label={t('name')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={isTried && name === '' && t('nameMissing')}
        maxLength={60}
        required
        data-autofocus
      />
    ),
  };
}
