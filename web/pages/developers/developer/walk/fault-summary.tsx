import { Alert, Anchor, List } from '@mantine/core';
import { type MouseEvent, useEffect, useRef } from 'react';
import { Icon } from '../../../../theme/icon';
import { inputId } from './inputs/input-props';

/** What has to be put right before it goes on, each with a link to its input. It takes the focus when it appears, and each time it is `told` again. */
export function FaultSummary({
  title,
  faults,
  told,
}: {
  title: string;
  faults: readonly { path: string; message: string }[];
  told: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told > 0) box.current?.focus();
  }, [told]);
  if (faults.length === 0) return null;
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="over" icon={<Icon name="warning" />} title={title}>
      <List>
        {faults.map(({ path, message }) => (
          <List.Item key={`${path} ${message}`}>
            <Anchor href={`#${inputId(path)}`} onClick={(event) => focusAt(event, path)}>
              {message}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** The input of this place, or the nearest around it that there is. */
function focusAt(event: MouseEvent, path: string): void {
  event.preventDefault();
  for (let place = path; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const input = document.getElementById(inputId(place));
    if (!input) continue;
    input.scrollIntoView({ block: 'center' });
    (input.matches('input, textarea, button, select, [tabindex]')
      ? input
      : (input.querySelector<HTMLElement>('input, textarea, button') ?? input)
    ).focus();
    return;
  }
}
