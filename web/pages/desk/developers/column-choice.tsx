import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { columns, type useDevelopersView } from './view';
import { useDevelopersWords } from './words';

/** Which columns the table has; the name is always there. */
export function ColumnChoice({ view }: { view: ReturnType<typeof useDevelopersView> }) {
  const t = useDevelopersWords();
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="compact-md">
          {t('column.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('column.choose')}>
        <Checkbox.Group value={[...view.columns]} onChange={view.showColumns} aria-label={t('column.choose')}>
          <Stack gap="xs">
            {columns.map((column) => (
              <Checkbox key={column} value={column} label={t(`column.${column}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
