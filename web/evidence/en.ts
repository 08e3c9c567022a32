export const en = {
  reading: 'The PDF is being read.',
  broken: 'This PDF cannot be shown here: it is damaged, locked by a password, or too much for this page.',
  shown: 'What {{name}} shows',
  page: 'Page {{at}} of {{of}} of {{name}}',
  pages: 'Pages of {{name}}',
  previous: 'Previous page',
  next: 'Next page',
};
