export const en = {
  kind: 'Privacy policy',
  subject: (apps: string, organisation: string, due: string | undefined) =>
    `The privacy policy has changed${due === undefined ? '' : `: attest by ${due}`}, ${apps} (${organisation})`,
  title: 'The privacy policy has changed',
  preview: (organisation: string) => `${organisation}: what changed, what has to be stated anew, and by when.`,
  what: (vendor: string) =>
    `${vendor} has changed the privacy policy that binds everybody who embeds its SDKs. What rests on a changed clause has to be stated anew for the apps below; nothing else is asked.`,
  versionLabel: 'Version',
  effectiveLabel: 'In force from',
  summaryBy: (vendor: string) => `${vendor}, on what changed`,
  clausesHeading: 'The clauses as they read now',
  clausesIntro: 'Words that are new are stressed.',
  clause: (clause: string) => `Clause ${clause}`,
  removed: (words: string) => `No longer there: ${words}`,
  quoted: (words: string) => `“${words}”`,
  appsHeading: 'What has to be stated, and by when',
  next: 'The walk asks only for what is outstanding. What was unmet before keeps its earlier day.',
  otherwise:
    'A formal notice is sent after the due day. The steps below can only follow once it has been delivered, and never before their day.',
};
