import { Text } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../words/words';
import { dayOf, daysBetween, dayText, instantText, relativeDayText, relativeText } from './zoned';

interface Around {
  /** What time it is for the developer (`developer.now`): in the embedded mode it is moved. Wall time where none is given. */
  now?: number | string;
  /** IANA name; the browser's own where none is given. */
  timeZone?: string;
  /** Leaves "in 3 days" out. */
  isBare?: boolean;
}

/** A moment, absolute with its zone, and how far it is. */
export function Moment({ at, now, timeZone, isBare }: Around & { at: number | string }) {
  const language = useLanguage();
  const [opened] = useState(Date.now);
  return (
    <span>
      <time dateTime={new Date(at).toISOString()}>{instantText(at, language, timeZone)}</time>
      {!isBare && <Away text={relativeText(at, new Date(now ?? opened).getTime(), language, timeZone)} />}
    </span>
  );
}

/** A calendar day, and how far it is. */
export function Day({ on, now, timeZone, isBare, isShort }: Around & { on: string; isShort?: boolean }) {
  const language = useLanguage();
  const [opened] = useState(Date.now);
  return (
    <span>
      <time dateTime={on}>{dayText(on, language, { isShort })}</time>
      {!isBare && <Away text={relativeDayText(daysBetween(dayOf(now ?? opened, timeZone), on), language)} />}
    </span>
  );
}

function Away({ text }: { text: string }) {
  return (
    <Text span inherit c="dimmed">
      {' '}
      · {text}
    </Text>
  );
}
