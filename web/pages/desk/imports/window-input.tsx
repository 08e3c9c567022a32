import { NumberInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { daysIn } from '../../../../domain/calendar/zoned';
import { importWindowFaults, longestImportWindow } from '../../../../domain/imports/window';
import type { Terms } from '../../../../domain/terms';
import { useImportWords } from './words';

const most = daysIn(longestImportWindow);

/** Over how many days due days are spread. Told when nobody has typed for a moment; null while it is no such number. */
export function WindowInput({
  days,
  terms,
  onChange,
}: {
  days: number;
  /** Those that bind the window. */
  terms: Pick<Terms, 'campaignSpreadLeast'>;
  onChange: (days: number | null) => void;
}) {
  const t = useImportWords();
  const [typed, setTyped] = useState<number | string>(days);
  const tell = useDebouncedCallback(onChange, 400);
  const least = daysIn(terms.campaignSpreadLeast);
  const isRight = (value: number | string) =>
    typeof value === 'number' && importWindowFaults(`P${value}D`, terms).length === 0;
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
