export const en = {
  title: 'End the use of the SDK',
  lead: 'For when {{name}} no longer embeds any of the vendor’s SDKs.',
  one: 'To end one app only, retire that app.',
  toApps: 'To the apps',
  happens: 'What happens, at once and for good',
  keys_one: '{{count}} app ends, and every key of it, live and test.',
  keys_other: 'All {{count}} apps end, and every key of them, live and test.',
  refused: 'Copies of your apps that are still in use are refused by the SDK’s services.',
  owes: 'Nothing is owed any more, and no notices come. What waits for an answer of the vendor waits no longer.',
  record:
    'What was attested and decided stays on record, as the vendor must be able to prove it. You can still sign in and read it.',
  back: 'There is no way back. To use an SDK again, the vendor enrols you anew.',
  act: 'End the use …',
  confirm: {
    title: 'End it for good?',
    what: 'Every key of {{name}} stops working in this moment. This cannot be taken back, not by the vendor either.',
    reason: 'Goes into the record.',
    act: 'End it for good',
    done: 'The use of the SDK has ended.',
  },
  ended: 'It ended on <at/>.',
} as const;
