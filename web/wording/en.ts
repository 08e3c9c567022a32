export const en = { added: 'Added: ', removed: 'Removed: ' };
