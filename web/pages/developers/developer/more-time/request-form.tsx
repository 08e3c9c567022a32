import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { requestExtension } from '../../../../../api/extensions';
import { addDays } from '../../../../../domain/calendar/zoned';
import type { DeveloperId } from '../../../../../domain/ids';
import { useCommand } from '../../../../client/command';
import { DayInput } from '../../../../moment/day-input';
import { dayText } from '../../../../moment/zoned';
import { FaultSummary } from '../../../../problem/fault-summary';
import { ProblemNotice, useFieldFault } from '../../../../problem/problem-notice';
import { useLanguage } from '../../../../words/words';
import { faultLines, inputId } from '../walk/inputs/input-props';
import type { Extensible } from './extensible';
import { useMoreTimeWords } from './words';

/** A day and a plan. What the server refuses stands at its field. */
export function RequestForm({ extensible, developerId }: { extensible: Extensible; developerId: DeveloperId }) {
  const t = useMoreTimeWords();
  const language = useLanguage();
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const [plan, setPlan] = useState('');
  const [told, setTold] = useState(0);
  const asking = useCommand(requestExtension);
  const faultOf = useFieldFault(asking.error);
  const { after, latest } = extensible;
  const earliest = addDays(after, 1);
  const days = { earliest: dayText(earliest, language), latest: dayText(latest, language) };
  const isDayRight = untilOn !== null && untilOn >= earliest && untilOn <= latest;
  const faults = [
    ...(isDayRight ? [] : [{ path: '/untilOn', message: t('form.untilMissing', days) }]),
    ...(plan.trim() === '' ? [{ path: '/plan', message: t('form.planMissing') }] : []),
  ];
  const shown = told > 0 ? faults : [];
  const errorOf = (field: string) => shown.find(({ path }) => path === `/${field}`)?.message ?? faultOf(field);

  function send(event: FormEvent) {
    event.preventDefault();
    setTold(told + 1);
    if (faults.length > 0 || untilOn === null) return;
    asking.mutate({ params: { developerId }, body: { untilOn, plan } });
  }

  return (
    <section aria-labelledby="request">
      <Title order={2} size="h3" id="request" mb="sm">
        {t('form.title')}
      </Title>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <FaultSummary faults={faultLines(shown)} attempt={told} />
          <ProblemNotice problem={asking.error} />
          <DayInput
            id={inputId('/untilOn')}
            label={t('form.until')}
            description={t('form.untilHint', days)}
            value={untilOn}
            onChange={setUntilOn}
            earliest={earliest}
            latest={latest}
            defaultDate={earliest}
            error={errorOf('untilOn')}
            maw={440}
            required
          />
          <div>
            <Textarea
              id={inputId('/plan')}
              label={t('form.plan')}
              description={t('form.planHint')}
              value={plan}
              onChange={(event) => setPlan(event.currentTarget.value)}
              error={errorOf('plan')}
              autosize
              minRows={5}
              maxLength={4000}
              required
            />
            <Text fz="sm" c="dimmed" mt={6}>
              {t('form.planGood')}
              <br />
              {t('form.planBad')}
            </Text>
          </div>
          <Group>
            <Button type="submit" loading={asking.isPending}>
              {t('form.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}
