export const en = {
  product: 'Avow',
  skip: 'Skip to the content',
  menu: 'Menu',
  portalNavigation: 'Pages of this organisation',
  deskNavigation: 'Pages of the desk',
  signOut: 'Sign out',
  otherLanguage: '简体中文',
  organisation: 'Organisation',
  organisations: 'All organisations',
  desk: 'Desk',
  apiDocs: 'API documentation',
  privacy: 'Privacy notice',
  loading: 'Loading …',
  navigation: {
    actions: 'Required actions',
    status: 'Status',
    keys: 'SDK keys',
    organisation: 'Organisation',
    today: 'Today',
    developers: 'Developers',
  },
  failure: {
    again: 'Try again',
    home: 'To the start page',
    reference: 'If you ask for help, quote this: {{instance}}',
    missing: {
      title: 'There is nothing here for you',
      what: 'The address is wrong, or it belongs to another organisation than the ones you are signed in for.',
    },
    forbidden: {
      title: 'Your role does not cover this',
      what: 'Somebody with another role in your organisation can do it. What the server says:',
    },
    offline: {
      title: 'The server cannot be reached',
      what: 'Check your connection, then try again. What was saved stays saved.',
    },
    other: {
      title: 'This did not work',
      what: 'It is on our side. Try again; if it stays like this, tell your contact at the vendor.',
    },
  },
} as const;
