export const en = { none: 'Not answered', yes: 'Yes', no: 'No', file: 'A file', row: 'Entry {{number}}' };
