import { Alert, Anchor, List } from '@mantine/core';
import { type MouseEvent, useEffect, useRef } from 'react';
import { Icon } from '../theme/icon';
import { useProblemWords } from './words';

export interface Fault {
  /** The id of the input, to which its line leads. */
  id: string;
  text: string;
}

/** What has to be corrected in a form, each line leading to its field. It takes the focus at every try (`attempt` counts them). */
export function FaultSummary({ faults, attempt }: { faults: readonly Fault[]; attempt: number }) {
  const t = useProblemWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (faults.length === 0 || attempt === 0) return null;
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="over" icon={<Icon name="warning" />} title={t('toCorrect')}>
      <List>
        {faults.map(({ id, text }) => (
          <List.Item key={`${id} ${text}`}>
            <Anchor href={`#${id}`} onClick={(event) => focusAt(event, id)}>
              {text}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** The input of this id, or the nearest around it that there is: a part's id begins with that of its whole, and a hyphen. */
function focusAt(event: MouseEvent, id: string): void {
  event.preventDefault();
  for (let place = id; place !== ''; place = place.slice(0, Math.max(place.lastIndexOf('-'), 0))) {
    const input = document.getElementById(place);
    if (!input) continue;
    input.scrollIntoView({ block: 'center' });
    (input.matches('input, textarea, button, select, [tabindex]')
      ? input
      : (input.querySelector<HTMLElement>('input, textarea, button') ?? input)
    ).focus();
    return;
  }
}
