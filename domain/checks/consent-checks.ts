import { text } from '../catalogue/text';
import { isId } from '../ids';
import type { Check } from './check';

/** The checks of what end users agreed to. */
export const consentChecks: readonly Check[] = [
  {
    name: 'face-consent-shown',
    obligation: 'consent',
    look({ answers }) {
      // An exemption replaces the consent; whether it covers faces is for the reviewer to say.
      if (answers.law?.handlesFaceData !== true || answers.consent?.basis !== 'consent') return null;
      return isId('evd', answers.consent.faceConsentScreen)
        ? {
            outcome: 'green',
            detail: text('A separate consent for face data is shown.', '已提供针对人脸信息的单独同意界面。'),
          }
        : {
            outcome: 'red',
            detail: text(
              'Face data is used, and no separate consent is shown. Upload the screen that asks for it.',
              '涉及人脸信息，但未提供单独同意的界面。请上传该界面截图。',
            ),
          };
    },
  },
  {
    name: 'exemption-decided',
    obligation: 'consent',
    look({ answers, today }) {
      if (answers.consent?.basis !== 'exemption') return null;
      const { endsOn } = (answers.consent.exemption ?? {}) as { endsOn?: string };
      return endsOn && endsOn >= today
        ? {
            outcome: 'amber',
            detail: text(
              `A legal exemption until ${endsOn} is claimed: a reviewer decides.`,
              `主张法定豁免至 ${endsOn}，由审核人员决定。`,
            ),
          }
        : {
            outcome: 'red',
            detail: text('The legal exemption has ended or has no end.', '法定豁免已终止或未写明终止日期。'),
          };
    },
  },
];
