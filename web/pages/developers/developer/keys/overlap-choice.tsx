import { Radio, Stack } from '@mantine/core';
import type { Duration } from '../../../../../domain/calendar/instant';
import { daysOf } from '../../../../moment/duration';
import { Moment } from '../../../../moment/moment';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import { useKeyWords } from './words';

const none = 'none';
const hourMs = 3_600_000;
/** Offered where they are no longer than the terms allow. In hours. */
const offered = [1, 24, 72, 168, 720];

/** What the API takes for a choice: null ends the old key now. */
export function overlapOf(choice: string): Duration | null {
  return choice === none ? null : choice;
}

/** How long the old key works on. Nothing is chosen beforehand: what ends has no default. */
export function OverlapChoice({
  value,
  onChange,
  longest,
  error,
  developer,
}: {
  value: string;
  onChange: (value: string) => void;
  /** ISO 8601, of the terms. */
  longest: string;
  error: string | undefined;
  developer: DeveloperShown;
}) {
  const t = useKeyWords();
  const days = daysOf(longest);
  const hours = offered.filter((count) => typeof days !== 'number' || count <= days * 24);
  return (
    <Radio.Group label={t('roll.overlap')} value={value} onChange={onChange} error={error} required>
      <Stack gap="sm" my="xs">
        <Radio value={none} label={t('roll.now')} description={t('roll.nowHelp')} />
        {hours.map((count) => (
          <Radio
            key={count}
            value={count < 24 ? `PT${count}H` : `P${count / 24}D`}
            label={count < 24 ? t('roll.hours', { count }) : t('roll.days', { count: count / 24 })}
            description={
              <Sentence
                t={t}
                of="roll.until"
                elements={{
                  at: (
                    <Moment
                      at={Date.parse(developer.now) + count * hourMs}
                      now={developer.now}
                      timeZone={developer.timeZone}
                      isBare
                    />
                  ),
                }}
              />
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
