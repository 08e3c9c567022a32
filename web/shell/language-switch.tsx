import { Button } from '@mantine/core';
import { chooseLanguage } from '../words/i18n';
import { useLanguage } from '../words/words';
import { useShellWords } from './words';

/** Names the other language in that language. Works everywhere and is remembered. */
export function LanguageSwitch() {
  const t = useShellWords();
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <Button variant="subtle" size="compact-md" lang={other} onClick={() => void chooseLanguage(other)}>
      {t('otherLanguage')}
    </Button>
  );
}
