/** Single keys of the queue, in the order of the help. `does` names the act in the browser's part. */
export const SHORTCUTS = [
  { key: 'j', does: 'next' },
  { key: 'k', does: 'previous' },
  { key: 'a', does: 'approved' },
  { key: 'r', does: 'rejected' },
  { key: 's', does: 'spam' },
  { key: 'x', does: 'check' },
  { key: 'u', does: 'undo' },
  { key: 'o', does: 'open' },
  { key: 'e', does: 'edit' },
  { key: 'n', does: 'note' },
  { key: '/', does: 'search' },
  { key: '?', does: 'help' },
] as const;

export type ShortcutAct = (typeof SHORTCUTS)[number]['does'];
