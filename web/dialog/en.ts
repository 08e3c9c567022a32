export const en = {
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  reason: 'Reason',
  reasonMissing: 'Say why.',
  typeToConfirm: 'Type “{{text}}” to confirm',
  typeMismatch: 'This is not “{{text}}”.',
} as const;
