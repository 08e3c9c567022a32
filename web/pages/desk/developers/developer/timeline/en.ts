export const en = {
  lead: 'Everything that was decided, by whom and why, the newest first. Times are in {{zone}}.',
  filter: {
    app: 'App',
    allApps: 'All apps',
    decision: 'Decision',
    all: 'All decisions',
    who: 'By whom',
    anybody: 'Anybody',
  },
  actor: { person: 'The developer', staff: 'The vendor', token: 'A backend', clock: 'The clock', system: 'The system' },
  none: 'Nothing here',
  noneWhat: 'No decision matches the filters.',
  who: 'by {{who}}',
  facts: 'Facts',
} as const;
