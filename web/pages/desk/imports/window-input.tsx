import { NumberInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { daysIn } from '../../../../domain/calendar/zoned';
import { longestImportWindow } from '../../../../domain/imports/window';
import { useImportWords } from './words';

const most = daysIn(longestImportWindow);

/** Over how many days due days are spread. Told when nobody has typed for a moment; null while it is no such number. */
export function WindowInput({
  days,
  least,
  onChange,
}: {
  days: number;
  least: number;
  onChange: (days: number | null) => void;
}) {
  const t = useImportWords();
  const [typed, setTyped] = useState<number | string>(days);
  const tell = useDebouncedCallback(onChange, 400);
  const isRight = (value: number | string) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
  return (
    <NumberInput
      label={t('days.window')}
      description={t('days.windowHelp', { least })}
      value={typed}
      onChange={(value) => {
        setTyped(value);
        tell(isRight(value) ? Number(value) : null);
      }}
      error={isRight(typed) ? undefined : t('days.windowFault', { least, most })}
      min={least}
      max={most}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      maw={520}
    />
  );
}
