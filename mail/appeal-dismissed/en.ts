export const en = {
  kind: 'Appeal',
  subject: (against: string, apps: string, organisation: string) =>
    `Appeal dismissed: ${against} stands, ${apps} (${organisation})`,
  title: 'Your appeal is dismissed',
  preview: (organisation: string) => `${organisation}: the reasons, and the days that hold now.`,
  what: (vendor: string, against: string) =>
    `Somebody at ${vendor} who did not make it has looked at ${against} anew, and found that it stands.`,
  by: (vendor: string) => `${vendor}, in the words of who decided`,
  final: 'There is one appeal for each decision, so this answer ends it. You can appeal against what is decided later.',
  remedy:
    'Attesting still puts it right: a complete, signed attestation ends what was done for want of one, however late it comes.',
  stood:
    'The days on which your appeal waited for its answer are not counted against you, and at least three remain before the next step: the dates here include them.',
};
