export const en = {
  title: 'Records',
  lead: 'What proves, for any past day, who had attested what, and for one developer everything that was stated, sent and decided.',
  population: {
    title: 'The population on a day',
    what: 'As the day ended in the vendor’s time zone. Every app that was registered by then, with its standing.',
    on: 'Day',
    statements: 'Who, in which words (CSV)',
    unattested: 'Hours un-attested, and why (CSV)',
    report: 'Report (PDF)',
    large: 'A large population takes a while: the files arrive as they are read.',
  },
  pack: {
    title: 'Evidence pack of a developer',
    what: 'A ZIP with the sealed records and signed receipts, the evidence files, every mail as it was sent, the suspensions, and the decision log with its hash chain and a signed proof of its end. README.txt in it tells how each is checked without us.',
    developer: 'Developer',
    download: 'Evidence pack (ZIP)',
    choose: 'Choose a developer.',
  },
} as const;
