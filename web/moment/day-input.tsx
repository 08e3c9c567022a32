import '@mantine/dates/styles.css';
import 'dayjs/locale/zh-cn';
import { DateInput, type DateInputProps, DatesProvider } from '@mantine/dates';
import { useLanguage } from '../words/words';

/** A calendar day, `YYYY-MM-DD`, typed or chosen. `earliest` and `latest` are days too. */
export function DayInput({
  value,
  onChange,
  earliest,
  latest,
  ...input
}: {
  value: string | null;
  onChange: (day: string | null) => void;
  earliest?: string;
  latest?: string;
} & Pick<DateInputProps, 'id' | 'label' | 'description' | 'error' | 'required' | 'clearable' | 'defaultDate' | 'maw'>) {
  const locale = useLanguage() === 'zh-CN' ? 'zh-cn' : 'en';
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
      <DateInput
        maw={260}
        {...input}
        value={value}
        onChange={onChange}
        minDate={earliest}
        maxDate={latest}
        valueFormat="YYYY-MM-DD"
      />
    </DatesProvider>
  );
}
