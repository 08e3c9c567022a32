import type { TaskKind } from '../../domain/lifecycle/tasks';

interface TaskWords {
  title: string;
  todo: string;
  isUrgent: boolean;
}

const tasks: Readonly<Record<TaskKind, TaskWords>> = {
  review: {
    title: 'A submission waits for your review',
    todo: 'Accept or return each item; a returned one needs a reason code and a sentence, which the developer reads word for word. The developer’s clock stands still until you answer.',
    isUrgent: false,
  },
  'review-overdue': {
    title: 'A review is past its service level',
    todo: 'See that it is answered, or give it to somebody else. The developer’s clock stands still meanwhile. A first attestation never passes by itself, so its developer waits for you.',
    isUrgent: true,
  },
  extension: {
    title: 'A developer asks for more time',
    todo: 'Read their plan, then grant a day or refuse, with a sentence that the developer reads. Their clock stands still until you answer. Who asked cannot decide.',
    isUrgent: false,
  },
  appeal: {
    title: 'A developer appeals',
    todo: 'Read their reasons and give a first answer within two working days: who looks into it, and by when. What has not happened yet waits until the appeal is decided. Who made the decision it is about cannot decide it.',
    isUrgent: false,
  },
  'appeal-late': {
    title: 'The answer to an appeal is late',
    todo: 'See that it is answered, or give it to somebody else: the first answer is owed within two working days, the decision within ten. The developer’s clock stands still meanwhile; keys that are suspended stay so.',
    isUrgent: true,
  },
  'suspension-request': {
    title: 'A suspension waits for a second person',
    todo: 'A colleague asks to suspend an app at once. Read their reason, then confirm or refuse. When you confirm, the live keys stop in that moment and the developer is told the reason word for word. Who asked cannot confirm.',
    isUrgent: true,
  },
  'post-mortem': {
    title: 'A suspension was undone: find out why it came',
    todo: 'Somebody of ours undid a suspension that should not have been. The post-mortem tells what happened, how it was noticed, and how long which keys were refused. Add the cause and what prevents the next one; that concludes it.',
    isUrgent: true,
  },
  termination: {
    title: 'The notice of a termination has run out',
    todo: 'A termination that was announced can be confirmed now, by somebody who did not announce it. It is final: nothing brings the keys back. Withdraw it where it should not happen; by itself nothing ends.',
    isUrgent: true,
  },
  'bounced-contact': {
    title: 'A notice reached nobody',
    todo: 'The notice could not be delivered to any contact of the developer. Nothing further happens to them until one is delivered. Correct the contacts, or reach somebody by another channel: two of you then confirm the channel, the time and whom you spoke with.',
    isUrgent: true,
  },
  'not-started': {
    title: 'A developer has not started, and the due day is near',
    todo: 'Nobody there has opened a step yet. Call or write to your contact, and check that the addresses are right.',
    isUrgent: false,
  },
  'due-soon': {
    title: 'A developer is near the due day and not complete',
    todo: 'Look at which step they stand at and offer help. Their backup contact hears of it from now on too.',
    isUrgent: false,
  },
  'past-due': {
    title: 'A due day has come without a complete attestation',
    todo: 'Check that the account manager is in touch with the developer. The formal notice goes out next; the forecast shows which step follows on which day.',
    isUrgent: true,
  },
  'onboarding-overdue': {
    title: 'A first attestation is overdue',
    todo: 'Ask the developer whether they still plan to go live. There is no further step: they have no live keys until the first attestation is accepted.',
    isUrgent: false,
  },
  compliance: {
    title: 'An attestation is well past due',
    todo: 'Look at the timeline of the developer: what was sent, what was delivered, and what follows on which day. Step in where the ladder should not run its course.',
    isUrgent: true,
  },
  'budget-exceeded': {
    title: 'Enforcement holds: its budget is spent',
    todo: 'More apps are due for a restriction or suspension than the budget allows at once. Nothing more is enforced until there is room again. See first whether the reason lies with us.',
    isUrgent: true,
  },
  'missed-step': {
    title: 'A step was missed for our reasons and is planned anew',
    todo: 'An enforcement step came up too late because of us. It was planned anew, with fresh notices. Find out what held it up, and check the new dates.',
    isUrgent: true,
  },
  'finding-answer': {
    title: 'A developer has answered a finding',
    todo: 'Read the answer and its evidence, look for yourself, then decide: cured, or not, with a sentence that the developer reads word for word. A cure lifts what the finding led to at once. Who answered cannot decide.',
    isUrgent: false,
  },
  'finding-overdue': {
    title: 'The answer to a finding is past its service level',
    todo: 'See that it is decided, or give it to somebody else. A finding never passes by itself; what it led to stays until somebody decides.',
    isUrgent: true,
  },
  'finding-long-overdue': {
    title: 'The answer to a finding still waits, after twice the service level',
    todo: 'Decide it today, or take the finding back. The developer has answered and can do nothing more, and what the finding led to stays until somebody decides.',
    isUrgent: true,
  },
};

export const en = {
  tasks,
  kind: 'Task',
  subject: (title: string, organisation: string) => `${title}: ${organisation}`,
  preview: (organisation: string) => `${organisation}: what it is about and what to do.`,
  openedLabel: 'Opened',
  aboutLabel: 'About',
  todoHeading: 'What to do',
  button: 'Open on the desk',
};
