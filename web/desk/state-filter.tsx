import { Chip, Group } from '@mantine/core';

/** Chooses one of a few states; the row breaks where the window is narrow. */
export function StateFilter<Value extends string>({
  label,
  value,
  values,
  wordOf,
  onChange,
}: {
  label: string;
  value: Value;
  values: readonly Value[];
  wordOf: (value: Value) => string;
  onChange: (value: Value) => void;
}) {
  return (
    <Chip.Group value={value} onChange={onChange}>
      <Group gap={6} component="fieldset" aria-label={label} style={{ border: 0 }} p={0} m={0}>
        {values.map((one) => (
          <Chip key={one} value={one} variant="light">
            {wordOf(one)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
