import { comments } from './0001-comments.ts';
import { replies } from './0002-replies.ts';
import { mail } from './0003-mail.ts';
import { rules } from './0004-rules.ts';
import { accounts } from './0005-accounts.ts';
import { queue } from './0006-queue.ts';
import { failures } from './0007-failures.ts';
import type { Migration } from './migration.ts';

/** Every step, oldest first; the version is the place in this list, counted from one. */
export const MIGRATIONS: readonly Migration[] = [
  comments,
  replies,
  mail,
  rules,
  accounts,
  queue,
  failures,
];
