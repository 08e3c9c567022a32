import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../domain/lifecycle/state';

export const languages: readonly Language[] = ['en', 'zh-CN'];
const remembered = 'avow.language';

/** What was chosen on the way here, at the sign-in; else here before; else what the browser asks for first among ours. */
function firstLanguage(): Language {
  const chosen = takeFromAddress() ?? chosenLanguage();
  if (chosen) return chosen;
  for (const wanted of navigator.languages) {
    if (/^zh\b/i.test(wanted)) return 'zh-CN';
    if (/^en\b/i.test(wanted)) return 'en';
  }
  return 'en';
}

/** What was chosen in this browser; undefined when it goes by its own setting. */
export function chosenLanguage(): Language | undefined {
  try {
    return languages.find((language) => language === localStorage.getItem(remembered));
  } catch {
    return undefined;
  }
}

/** `?language=…` counts once: it is remembered and leaves the address, so that a link passed on carries none. */
function takeFromAddress(): Language | undefined {
  const url = new URL(window.location.href);
  const wanted = languages.find((language) => language === url.searchParams.get('language'));
  if (!wanted) return undefined;
  url.searchParams.delete('language');
  window.history.replaceState(window.history.state, '', url);
  remember(wanted);
  return wanted;
}

function remember(language: Language): void {
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // A browser that keeps nothing still has its language for now.
  }
}

/** Says everything in this language from now on, and when this browser comes back. */
export async function chooseLanguage(language: Language): Promise<void> {
  remember(language);
  await i18next.changeLanguage(language);
}

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  supportedLngs: languages,
  fallbackLng: false,
  initAsync: false,
  resources: {},
  interpolation: { escapeValue: false },
  // Words are bundled with their page: one that is missing is a fault of ours, and journeys fail on it.
  saveMissing: true,
  missingKeyHandler: (_languages, namespace, key) => console.error(`no words for ${namespace}:${key}`),
  missingInterpolationHandler: (text, [value]) => {
    console.error(`nothing was given for ${value} in "${text}"`);
    return '';
  },
});

export { i18next };
