export const en = {
  kind: 'Reinstatement',
  subject: (apps: string, organisation: string, isProvisional: boolean) =>
    `Restored${isProvisional ? ' provisionally' : ''}: live SDK keys of ${apps} (${organisation})`,
  title: (isProvisional: boolean): string =>
    isProvisional ? 'Your live SDK keys work again, provisionally' : 'Your live SDK keys work again',
  preview: (organisation: string) => `${organisation}: the suspension for the outstanding attestation is lifted.`,
  what: 'Your attestation has arrived. The suspension of these apps for it is lifted, and their live SDK keys come back by themselves within minutes; you need no new ones.',
  howLabel: 'How it was lifted',
  provisional: 'Provisionally: the automatic checks passed, the review is still to come',
  final: 'By acceptance: the attestation is complete and accepted',
  untilAnswered: (vendor: string) =>
    `${vendor} now reviews what you submitted; you need do nothing meanwhile, and no deadline runs. If an item is returned, you are told which and why, and nothing can be suspended again without a new formal notice.`,
  nothingLeft: 'There is nothing left to do now.',
  otherSuspensions:
    'If an app is suspended for another reason as well, its keys stay off; the portal shows every open reason.',
};
