import type { ObligationSlug } from '../../domain/obligations';

const obligations: Readonly<Record<ObligationSlug, string>> = {
  law: 'You comply with the laws and policies on collecting and using the personal information of end users.',
  notice: 'You have told end users what is collected and used, for your service and for the purposes the policy lists.',
  consent: 'You have the full, necessary and clear agreement of end users, or a legal exemption.',
  rights: 'You offer a user-friendly way to choose, access, revise, delete and withdraw.',
};

export const en = {
  obligations,
  kind: 'Invitation',
  subject: (vendor: string, organisation: string, due: string | undefined) =>
    `${vendor}: please attest your SDK privacy obligations${due === undefined ? '' : ` by ${due}`} (${organisation})`,
  title: (vendor: string) => `Attest how you meet the privacy obligations of ${vendor}’s SDK`,
  preview: (organisation: string, vendor: string) =>
    `${organisation} uses SDKs of ${vendor} and is asked to attest, app by app.`,
  why: (organisation: string, vendor: string) =>
    `${organisation} uses SDKs of ${vendor} that handle personal information of end users. The SDK privacy policy of ${vendor} (Special Instructions 3) binds every developer who embeds them to four obligations. ${vendor} asks ${organisation} to state, app by app, how it meets them.`,
  signsLabel: 'Who signs',
  signs: (organisation: string) => `A signatory of ${organisation}; preparers can draft the answers`,
  dueUnset: 'The due day is set once this invitation has been delivered. The portal and every reminder will name it.',
  whatHeading: 'What you attest',
  what: 'For each app, four statements, each with a few answers and pieces of evidence:',
  pace: 'Answers are saved as you type, so you can stop at any point and go on later. Answers can be applied to several apps at once.',
  button: 'Start attesting',
  otherwiseOnboarding:
    'Test keys work from the start. Live keys can be issued for an app once its first attestation is accepted, and not before.',
  otherwise: (vendor: string) =>
    `Your live keys keep working until the due day and for a time after it. If that day passes without a complete attestation, ${vendor} first sends a formal notice that says what is missing, what can follow and on which day at the earliest.`,
};
