import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readGift } from '../../../../../src/quiz/exchange/gift/read-gift.ts';
import { ours, theirs, type Other } from './comparable.ts';

/** The cases of GIFT-grammar-PEG.js (MIT), each with its parse; not in this repository. */
const CASES = new URL('../../../../../../shared/data/gift/', import.meta.url);
const names = existsSync(CASES)
  ? readdirSync(CASES)
      .filter((name) => name.endsWith('.gift'))
      .map((name) => name.replace('.gift', ''))
  : [];
if (names.length === 0) console.warn('not run: ../shared/data/gift is not beside the repository');

describe.skipIf(names.length === 0)('the cases of GIFT-grammar-PEG.js', () => {
  test.each(names)('%s is read as its own grammar reads it', (name) => {
    const file = (ending: string) => readFileSync(new URL(`${name}.${ending}`, CASES), 'utf8');
    const parsed = JSON.parse(file('json')) as Other[];
    expect(readGift(file('gift'), `${name}.gift`).map(ours)).toEqual(parsed.map(theirs));
  });
});
