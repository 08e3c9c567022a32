/** What the pages outside of the web application say: those that come before signing in, and those for what went wrong. */
export const en = {
  otherLanguage: '简体中文',
  api: 'API documentation',
  privacy: 'Privacy notice',
  start: 'Start page',
  signIn: {
    title: 'Sign in',
    what: 'We mail you a link. No password is needed.',
    email: 'Your mail address',
    emailHint: 'The one under which your organisation or the vendor knows you.',
    emailFault: 'Write a mail address like name@example.com.',
    send: 'Mail me a link',
    faultMark: 'Fault: ',
  },
  sent: {
    title: 'Look into your mail',
    what: 'If this address is known here, a link is on its way. It works once and for 15 minutes.',
    sameBrowser: 'Open it in this browser, and you come back to the page you wanted to see.',
    nothing: 'No mail after two minutes?',
    nothingHints: [
      'Look into the folder for unwanted mail.',
      'Check the address: only those that your organisation or the vendor entered get a link.',
      'Ask for another link below. The older one keeps working until its time is over.',
    ],
  },
  confirm: {
    title: 'Sign in',
    what: 'One more step. This button signs you in on this device and confirms that the address is yours.',
    why: 'The link alone does nothing, because programs that check mails open links too.',
    button: 'Sign in',
  },
  confirmAddress: {
    title: 'Confirm your address',
    what: 'You were named as somebody who receives mails about the SDK of the vendor. This button confirms that they reach you here.',
    button: 'Confirm this address',
  },
  confirmed: {
    title: 'Your address is confirmed',
    what: 'Thank you. Mails will reach you here. As a contact who only receives mail you do not need to sign in, and you can close this page.',
  },
  signedIn: {
    title: 'You are signed in already',
    what: 'On this device you are signed in, so you need no link.',
    go: 'Go on',
  },
  privacyFirst: 'Before you sign in, you can read',
  privacyWhat: 'what Avow keeps about you',
  inbox: 'Avow runs on this machine for trying it out. Its mails go nowhere else: they lie ',
  inboxLink: 'in the inbox',
  effective: (day: string) => `In force since ${day}`,
  problem: {
    'sign-in.link-expired': {
      title: 'The link has expired',
      what: 'A link works for 15 minutes, so that nobody can use an old mail. Nothing is lost: ask for a new one here.',
    },
    'sign-in.link-used': {
      title: 'The link was used already',
      what: 'Each link works once. Nothing is lost: ask for a new one here.',
    },
    'request.rate-limited': {
      title: 'Too many attempts',
      what: 'Wait a little and try again. A link that was mailed to you keeps working meanwhile.',
    },
    'access.csrf': {
      title: 'This did not come from one of our pages',
      what: 'Nothing was changed. Begin again on the page for signing in.',
    },
    'database.unavailable': {
      title: 'The record cannot be reached right now',
      what: 'Nothing was changed. Try again in a moment.',
    },
    'route.not-found': {
      title: 'There is no page at this address',
      what: 'The address is wrong, or the page has moved. Begin at the start page.',
    },
    other: {
      title: 'This did not work',
      what: 'It is on our side. Try again; if it stays like this, tell your contact at the vendor.',
    },
  },
  wait: (seconds: number) =>
    seconds < 90
      ? `It works again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`
      : `It works again in ${Math.ceil(seconds / 60)} minutes.`,
  reference: (id: string) => `If you ask for help, quote this: ${id}`,
};
