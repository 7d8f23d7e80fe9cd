import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toTree } from '../../../../src/comments/policy/index.ts';
import { applyPolicy } from '../../../../src/comments/policy/index.ts';
import { blockBook } from '../../../../src/comments/spam/block-book.ts';
import {
  type CheckName,
  CHECKS,
  type PostingFacts,
  runChecks,
} from '../../../../src/comments/spam/checks.ts';
import { linksOf } from '../../../../src/comments/spam/links-of.ts';
import { sameText } from '../../../../src/comments/spam/same-text.ts';
import { wordFinder } from '../../../../src/comments/spam/word-finder.ts';
import type { Block, BlockKind } from '../../../../src/comments/store/rules-store.ts';

const block = (kind: BlockKind, value: string): Block => ({
  id: `${kind} ${value}`,
  kind,
  value,
  moderator: 'ann',
  createdAt: 0,
  expiresAt: null,
});

const BLOCKS = blockBook([
  block('address', 'eve@example.org'),
  block('domain', 'spam.example'),
  block('website', 'casino.example'),
  block('word', 'casino'),
  block('word', 'cheap pills'),
  block('network', 'N'),
]);

const HUMAN: PostingFacts = {
  name: 'Awa',
  email: 'awa@example.org',
  website: null,
  text: 'Et avec Kata ?',
  links: [],
  trap: '',
  proofAgeMs: 40_000,
  network: 'M',
  repeated: false,
  flooded: false,
};

const links = (count: number) => Array.from({ length: count }, (_, n) => `https://a.example/${n}`);

type Row = readonly [
  what: string,
  changes: Partial<PostingFacts>,
  verdict: 'pass' | 'hold' | 'spam',
  signals: readonly (readonly [CheckName, (string | number)?])[],
];

const ROWS: readonly Row[] = [
  ['a person', {}, 'pass', []],
  ['a filled trap', { trap: 'x' }, 'spam', [['trap']]],
  ['two links', { links: links(2) }, 'pass', []],
  ['three links', { links: links(3) }, 'hold', [['links', 3]]],
  ['ten links', { links: links(10) }, 'hold', [['links', 10]]],
  ['eleven links', { links: links(11) }, 'spam', [['links', 11]]],
  ['a blocked address', { email: 'Eve@Example.org' }, 'spam', [['blocked-address']]],
  ['another of the same host', { email: 'eva@example.org' }, 'pass', []],
  [
    'a blocked mail domain',
    { email: 'a@SPAM.example' },
    'spam',
    [['blocked-domain', 'spam.example']],
  ],
  [
    'one of its hosts',
    { email: 'a@mx.spam.example' },
    'spam',
    [['blocked-domain', 'spam.example']],
  ],
  ['one that only ends the same', { email: 'a@notspam.example' }, 'pass', []],
  [
    'a blocked website',
    { website: 'https://casino.example/' },
    'spam',
    [
      ['blocked-website', 'casino.example'],
      ['blocked-word', 'casino'],
    ],
  ],
  [
    'a link to a host of it',
    { links: ['http://www.CASINO.example:8080/x'] },
    'spam',
    [
      ['blocked-website', 'casino.example'],
      ['blocked-word', 'casino'],
    ],
  ],
  [
    'a link to another',
    { links: ['http://example/casino.exam'] },
    'spam',
    [['blocked-word', 'casino']],
  ],
  ['a blocked word', { text: 'Le CASINO, là' }, 'spam', [['blocked-word', 'casino']]],
  [
    'with accents and hidden characters',
    { text: 'ca\u00ADsi\u200Bnó' },
    'spam',
    [['blocked-word', 'casino']],
  ],
  ['in full width', { text: 'ｃａｓｉｎｏ' }, 'spam', [['blocked-word', 'casino']]],
  ['in the name', { name: 'Casino' }, 'spam', [['blocked-word', 'casino']]],
  ['inside another word', { text: 'casinos occasinoel' }, 'pass', []],
  [
    'two words in a row',
    { text: 'Cheap, cheap\npills!' },
    'spam',
    [['blocked-word', 'cheap pills']],
  ],
  ['two words apart', { text: 'cheap red pills' }, 'pass', []],
  ['two words over two fields', { name: 'cheap', text: 'pills' }, 'pass', []],
  ['a blocked network', { network: 'N' }, 'spam', [['blocked-network']]],
  ['the same again', { repeated: true }, 'hold', [['repeated']]],
  ['a flood', { flooded: true }, 'hold', [['flood']]],
  ['no proof of work', { proofAgeMs: null }, 'hold', [['no-proof']]],
  ['a proof within two seconds', { proofAgeMs: 1_999 }, 'hold', [['too-fast']]],
  ['a proof after two seconds', { proofAgeMs: 2_000 }, 'pass', []],
  [
    'several at once, the worst counts',
    { proofAgeMs: null, links: links(3), trap: 'x' },
    'spam',
    [['trap'], ['links', 3], ['no-proof']],
  ],
];

describe('the checks', () => {
  test.each(ROWS)('%s', (_what, changes, verdict, signals) => {
    const found = runChecks({ ...HUMAN, ...changes }, { blocks: BLOCKS, maxLinks: 2 });
    expect(
      found.signals.map(({ rule, detail }) => (detail === undefined ? [rule] : [rule, detail])),
    ).toEqual(signals);
    expect(found.verdict).toBe(verdict);
  });

  test('are all in the table above', () => {
    const met = ROWS.flatMap(([, , , signals]) => signals.map(([rule]) => rule));
    expect(Object.keys(CHECKS).filter((rule) => !met.includes(rule as CheckName))).toEqual([]);
  });
});

describe('words', () => {
  test('of scripts without spaces are found anywhere', () => {
    const find = wordFinder(['赌场', 'คาสิโน']);
    expect(find('最好的赌场在这里')).toBe('赌场');
    expect(find('赌 好 场')).toBeNull();
    expect(find('ไปคาสิโนกัน')).toBe('คาสิโน');
  });

  test('are letters and no patterns', () => {
    expect(wordFinder(['c.*o'])('cargo')).toBeNull();
    expect(wordFinder(['(a+)+$', '***', ''])('aaaa')).toBeNull();
    expect(wordFinder(['straße'])('STRASSE')).toBeNull();
    expect(wordFinder(['L’été'])('l’ete')).toBe('L’été');
  });

  test('are found as one who looks for each word by itself finds them', () => {
    const word = fc.constantFrom('a', 'ab', 'b', 'ba', 'c');
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 5 }), fc.array(word), (rules, words) => {
        const text = ` ${words.join(' ')} `;
        const there = rules.some((rule) => text.includes(` ${rule} `));
        expect(wordFinder(rules)(text) !== null).toBe(there);
      }),
    );
  });

  test('of two thousand rules are looked for in one pass over the longest comment', () => {
    const rules = Array.from({ length: 2_000 }, (_, n) => `a a a a a a a a a b${n}`);
    let reads = 0;
    const find = wordFinder(rules);
    const text = 'a '.repeat(32_000);
    const map = Map.prototype.get;
    Map.prototype.get = function (this: Map<unknown, unknown>, key: unknown) {
      reads += 1;
      return map.call(this, key);
    };
    try {
      expect(find(text)).toBeNull();
    } finally {
      Map.prototype.get = map;
    }
    // At most the words of the longest rule are read at each word of the text.
    expect(reads).toBeLessThanOrEqual(32_000 * 10);
  });
});

describe('links', () => {
  const linksIn = (typed: string) => linksOf(toTree(applyPolicy(typed).html));
  test.each([
    ['https://a.example et http://b.example/x?y=1', 2],
    ['<a href="https://a.example">ici</a>', 1],
    ['<a href="https://a.example">https://a.example</a>', 1],
    ['<b><a href="https://a.example"><i>un</i></a></b> www.b.example', 2],
    ['<blockquote cite="https://a.example">cité</blockquote>', 1],
    ['<code>https://a.example</code>', 1],
    ['écrivez à awa@example.org, ou a.example', 0],
    ['mailto:awa@example.org', 0],
    ['https:// rien', 0],
  ])('%s', (typed, count) => {
    expect(linksIn(typed)).toHaveLength(count);
  });
});

test.each([
  ['Lisez ceci : le meilleur site du monde !', 'lisez  CECI le meilleur site, du monde', true],
  ['Lisez ceci, le meilleur site du monde', 'Lisez cela, le meilleur site du monde', false],
])('%s | %s', (one, other, same) => {
  expect(sameText(one) === sameText(other)).toBe(same);
  expect(sameText(one)).not.toBeNull();
});

test('a short text is not the same as another by chance', () => {
  expect(sameText('Merci beaucoup !')).toBeNull();
});
