import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { registerApp } from '../../../../../../api/apps';
import { getTerms } from '../../../../../../api/terms';
import type { DeveloperId } from '../../../../../../domain/ids';
import { type SdkProductSlug, sdkProducts } from '../../../../../../domain/products';
import { useCommand } from '../../../../../client/command';
import { useView } from '../../../../../client/view';
import { Dialog } from '../../../../../dialog/dialog';
import { useDialogWords } from '../../../../../dialog/words';
import { daysOf } from '../../../../../moment/duration';
import { tell } from '../../../../../outcome/tell';
import { ProblemNotice, useFieldFault } from '../../../../../problem/problem-notice';
import { useProductWords } from '../../../../../product/words';
import { useAppWords } from './words';

interface Registering {
  developerId: DeveloperId;
  onClose: () => void;
}

/** Registers an app with the SDK that it embeds. */
export function RegisterApp({ isOpen, ...registering }: Registering & { isOpen: boolean }) {
  const t = useAppWords();
  return (
    <Dialog title={t('form.addTitle')} isOpen={isOpen} onClose={registering.onClose}>
      <Form {...registering} />
    </Dialog>
  );
}

function Form({ developerId, onClose }: Registering) {
  const t = useAppWords();
  const dialog = useDialogWords();
  const products = useProductWords();
  const { firstDueAfter } = useView(getTerms, { query: { developerId } });
  const [name, setName] = useState('');
  const [sdkProduct, setSdkProduct] = useState<SdkProductSlug | null>(null);
  const [isTried, setIsTried] = useState(false);
  const registering = useCommand(registerApp, {
    onSuccess: (app) => {
      onClose();
      tell(t('form.done', { name: app.name }));
    },
  });
  const faultOf = useFieldFault(registering.error);
  const isNameMissing = name.trim() === '';

  function register(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (!isNameMissing && sdkProduct) registering.mutate({ params: { developerId }, body: { name, sdkProduct } });
  }

  return (
    <form onSubmit={register} noValidate>
      <Stack gap="md">
        <ProblemNotice problem={registering.error} />
        <TextInput
          label={t('form.name')}
          description={t('form.nameHelp')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isTried && isNameMissing ? t('form.nameMissing') : faultOf('name')}
          maxLength={120}
          autoComplete="off"
          required
          data-autofocus
        />
        <Radio.Group
          label={t('form.product')}
          description={t('form.productHelp')}
          value={sdkProduct}
          onChange={setSdkProduct}
          error={isTried && !sdkProduct ? t('form.productMissing') : faultOf('sdkProduct')}
          required
        >
          <Stack gap="sm" my="xs">
            {sdkProducts.map((product) => (
              <Radio
                key={product}
                value={product}
                label={products(`name.${product}`)}
                description={t(`form.productMeans.${product}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Text fz="sm">{t('form.next', { days: daysOf(firstDueAfter) })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {dialog('cancel')}
          </Button>
          <Button type="submit" loading={registering.isPending}>
            {t('form.act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
