import { CHANGE_MS } from '../../comments/service/own-comment.ts';
import { NETWORK_BLOCK_MS } from '../../comments/spam/change-rules.ts';
import { RETENTION } from '../../comments/store/retention.ts';

/** Every length of time that the privacy page states, in milliseconds, as the code has it. */
export const FIGURES = {
  ...RETENTION,
  blockedNetwork: NETWORK_BLOCK_MS,
  editing: CHANGE_MS,
} as const;
