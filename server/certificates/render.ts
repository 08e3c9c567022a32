import { datesIn } from '../../domain/calendar/dates';
import { dayOf } from '../../domain/calendar/zoned';
import type { Certificate } from './certificate';
import { Sheet, type tones } from './sheet';
import { type CertificateWords, certificateWords } from './words';

/** The certificate as a tagged PDF on A4, in one language. It takes some 100 ms of a processor: `press.ts` takes them elsewhere. */
export async function renderCertificate(certificate: Certificate): Promise<Uint8Array> {
  const { language, timeZone, madeAt, submissionId } = certificate;
  const words = certificateWords(language);
  const dates = datesIn(language, timeZone);
  const title = words.titles[certificate.state];
  const vendor = certificate.vendor[language];
  const sheet = new Sheet({ language, title: `${title} · ${certificate.appName}`, author: vendor, madeAt });
  sheet.letterhead(vendor, words.kind);
  sheet.title(title, words.subtitle(certificate.product[language], vendor));
  sheet.banner(...standingOf(certificate, words));
  sheet.names([
    { label: words.labels.organisation, words: certificate.organisation },
    { label: words.labels.app, words: certificate.appName },
  ]);
  sheet.facts(factsOf(certificate, words));
  sheet.heading(words.statements.title);
  sheet.table(
    [words.statements.obligation, words.statements.state, words.statements.hash],
    certificate.statements.map(({ title: named, clauses, state, decidedAt, sha256 }) => [
      { words: words.statements.clauses(named[language], clauses), isStrong: true },
      decidedAt === null
        ? words.statementStates[state]
        : words.statements.decided(words.statementStates[state], dates.shortDay(dayOf(decidedAt, timeZone))),
      { words: `${sha256.slice(0, 32)}\n${sha256.slice(32)}`, isSmall: true },
    ]),
    [195, 112],
  );
  annex(sheet, certificate, words);
  verification(sheet, certificate, words);
  return sheet.end(words.footer(submissionId, dates.moment(madeAt)), words.pages);
}

function standingOf(certificate: Certificate, words: CertificateWords): [string, keyof typeof tones] {
  const { state, acceptance, isPassedProvisionally, language, timeZone } = certificate;
  const dates = datesIn(language, timeZone);
  if (isPassedProvisionally) return [words.states.provisional, 'calm'];
  if (state === 'accepted' && acceptance !== null) {
    const { at, coveredThroughOn } = acceptance;
    const accepted = words.states.accepted(dates.day(dayOf(at, timeZone)));
    const gap = language === 'en' ? ' ' : '';
    return coveredThroughOn === null
      ? [accepted, 'good']
      : [`${accepted}${gap}${words.states.covered(dates.zonedDay(coveredThroughOn))}`, 'good'];
  }
  if (state === 'accepted') return [words.states['in-review'], 'calm'];
  return [words.states[state], state === 'returned' || state === 'ended' ? 'near' : 'calm'];
}

function factsOf(certificate: Certificate, words: CertificateWords): { label: string; words: string }[] {
  const { language, timeZone, signer, agency, submissionId, signatureId, signedAt, catalogueVersion } = certificate;
  const dates = datesIn(language, timeZone);
  const { labels } = words;
  return [
    { label: labels.reference, words: submissionId },
    { label: labels.signedAt, words: dates.moment(signedAt) },
    {
      label: labels.signedBy,
      words: signer === null ? words.erased(certificate.commitment) : words.signer(signer.name, signer.title),
    },
    ...(agency === null
      ? []
      : [{ label: labels.agency, words: words.agencyUntil(agency.name, dates.shortDay(agency.endsOn)) }]),
    { label: labels.signature, words: signatureId },
    { label: labels.catalogue, words: dates.shortDay(catalogueVersion) },
  ];
}

function verification(sheet: Sheet, { links }: Certificate, words: CertificateWords): void {
  sheet.heading(words.verify.title);
  sheet.paragraph(words.verify.words(links.keys));
  sheet.paragraph(words.verify.where(links.submission));
}

/** What was signed, on pages of its own. */
function annex(sheet: Sheet, certificate: Certificate, words: CertificateWords): void {
  const { wordsLanguage, isOfOneApp, statements, language } = certificate;
  const gap = language === 'en' ? ' ' : '';
  sheet.nextPage();
  sheet.heading(words.annex.title);
  sheet.paragraph(`${isOfOneApp ? words.annex.whole : words.annex.part}${gap}${words.annex.language[wordsLanguage]}`, {
    isSoft: true,
  });
  const signedIn = certificateWords(wordsLanguage);
  const said = isOfOneApp
    ? certificate.words.split('\n\n')
    : statements.map(
        ({ title, clauses, text }) => `${signedIn.statements.clauses(title[wordsLanguage], clauses)}\n${text}`,
      );
  for (const part of said) sheet.paragraph(part);
}
