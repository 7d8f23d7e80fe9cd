import { randomBytes } from 'node:crypto';
import type { NewComment } from '../../../src/comments/store/store.ts';

/** 2026-11-23T10:00Z, when the tests take place. */
export const NOW = 1_795_687_200_000;

let made = 0;

/** A comment as the service would store it, a second younger than the one before, but for `changes`. */
export function sampleComment(changes: Partial<NewComment> = {}): Required<NewComment> {
  made += 1;
  return {
    id: randomBytes(16).toString('base64url'),
    tutorial: 'virtualization',
    locale: 'fr',
    name: 'Zoé',
    email: 'zoe@example.org',
    website: 'https://example.org/',
    raw: 'Une <b>bonne</b> question & une réponse 🐳',
    html: '<p>Une <b>bonne</b> question &amp; une réponse 🐳</p>',
    policyVersion: 1,
    createdAt: NOW + made * 1000,
    receiptHash: 'a'.repeat(64),
    parent: null,
    avatar: 'f00d',
    signals: [],
    network: null,
    origin: null,
    writtenBy: null,
    ...changes,
  };
}
