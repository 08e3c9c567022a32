import { Button, Checkbox, Collapse, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { standings } from '../../../../domain/lifecycle/state';
import { useStaff } from '../../../desk/staff-names';
import { useTiers } from '../../../desk/tier-names';
import { useStateWords } from '../../../standing/words';
import { useReviewsWords } from '../reviews/words';
import { dueSpans, flags, mine, products, type useDevelopersView } from './view';
import { useDevelopersWords } from './words';

const pauseMs = 300;

/** Which developers: what is typed and chosen here goes into the address, and the server looks. */
export function Filters({ view }: { view: ReturnType<typeof useDevelopersView> }) {
  const t = useDevelopersWords();
  const stateWords = useStateWords();
  const reviewsWords = useReviewsWords();
  const staff = useStaff();
  const tiers = useTiers();
  const { get, set, standing, due, product, tier } = view;
  const isNarrow = product !== undefined || tier !== null || flags.some((flag) => get(flag) === 'true');
  const [isOpen, { toggle }] = useDisclosure(isNarrow);
  const find = useDebouncedCallback((text: string) => set('search', text.trim()), pauseMs);
  return (
    <Stack component="section" aria-label={t('filter.label')} gap="sm">
      <Group align="flex-start">
        <TextInput
          type="search"
          label={t('search')}
          description={t('searchHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          defaultValue={get('search') ?? ''}
          onChange={(event) => find(event.currentTarget.value)}
          w={{ base: '100%', sm: 320 }}
          maxLength={100}
        />
        <Select
          label={t('filter.standing')}
          placeholder={t('filter.anyStanding')}
          data={standings.map((value) => ({ value, label: stateWords(`standing.${value}`) }))}
          value={standing ?? null}
          onChange={(value) => set('standing', value)}
          clearable
          w={170}
        />
        <Select
          label={t('filter.manager')}
          placeholder={t('filter.anyManager')}
          data={[
            { value: mine, label: t('filter.mine') },
            ...staff.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          value={get('manager') as never}
          onChange={(value) => set('manager', value)}
          searchable
          clearable
          w={240}
        />
        <Select
          label={t('filter.due')}
          placeholder={t('filter.anyDue')}
          data={dueSpans.map((value) => ({ value, label: t(`filter.${value}`) }))}
          value={due ?? null}
          onChange={(value) => set('due', value)}
          clearable
          w={160}
        />
        <Button variant="subtle" mt={25} aria-expanded={isOpen} onClick={toggle}>
          {t('filter.more')}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <Group align="flex-start">
          <Select
            label={t('filter.product')}
            placeholder={t('filter.anyProduct')}
            data={products.map((value) => ({ value, label: reviewsWords(`product.${value}`) }))}
            value={product ?? null}
            onChange={(value) => set('product', value)}
            clearable
            w={220}
          />
          <Select
            label={t('filter.tier')}
            placeholder={t('filter.anyTier')}
            data={tiers.map(({ id, name }) => ({ value: id, label: name }))}
            value={tier}
            onChange={(value) => set('tier', value)}
            clearable
            w={200}
          />
          <Checkbox.Group
            label={t('filter.flags')}
            value={flags.filter((flag) => get(flag) === 'true')}
            onChange={(chosen) => {
              const changed = flags.find((flag) => chosen.includes(flag) !== (get(flag) === 'true'));
              if (changed) set(changed, chosen.includes(changed) ? 'true' : null);
            }}
          >
            <Group mt={8}>
              {flags.map((flag) => (
                <Checkbox key={flag} value={flag} label={t(`filter.${flag}`)} />
              ))}
            </Group>
          </Checkbox.Group>
        </Group>
      </Collapse>
    </Stack>
  );
}
