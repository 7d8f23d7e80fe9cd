import { describe, expect, test } from 'vitest';
import { ALLOWED_TAGS, applyPolicy, PolicyError } from '../../../../src/comments/policy/index.ts';
import { offList } from './support/off-list.ts';

const html = (raw: string): string => applyPolicy(raw).html;

/** The same inside one paragraph, which is what most comments are. */
function inParagraph(raw: string): string {
  const written = html(raw);
  expect(written).toMatch(/^<p>[\s\S]*<\/p>$/);
  return written.slice(3, -4);
}

const LINK = 'rel="nofollow ugc noopener"';

test('the allowed list is WordPress’s without <s>, and cannot be changed', () => {
  expect(ALLOWED_TAGS).toEqual({
    a: ['href', 'title'],
    abbr: ['title'],
    acronym: ['title'],
    b: [],
    blockquote: ['cite'],
    cite: [],
    code: [],
    del: ['datetime'],
    em: [],
    i: [],
    q: ['cite'],
    strike: [],
    strong: [],
  });
  expect(Object.isFrozen(ALLOWED_TAGS)).toBe(true);
});

test.each(Object.entries(ALLOWED_TAGS))(
  '<%s> is kept with its attributes alone',
  (tag, allowed) => {
    const value = (name: string): string => (/^(href|cite)$/.test(name) ? 'https://e.org/' : 'v');
    const written = allowed.map((name: string) => ` ${name}="${value(name)}"`).join('');
    const raw = `<${tag.toUpperCase()}${written} class=x style=y onclick=z id=w>text</${tag}>`;
    const result = applyPolicy(raw);
    const rel = tag === 'a' ? ` ${LINK}` : '';
    const element =
      tag === 'blockquote'
        ? `<blockquote${written}><p>text</p></blockquote>`
        : `<p><${tag}${written}${rel}>text</${tag}></p>`;
    expect(result.html).toBe(element);
    expect(result.removed).toEqual(
      ['class', 'style', 'onclick', 'id'].map((attribute) => ({
        kind: 'attribute',
        tag,
        attribute,
        count: 1,
      })),
    );
  },
);

describe('a sign that opens no tag is text', () => {
  test.each([
    ['1 < 2 & 3 > 2', '1 &lt; 2 &amp; 3 &gt; 2'],
    ['<3', '&lt;3'],
    ['</3', '&lt;/3'],
    ['a<b', 'a&lt;b'],
    ['if a <b then <i>x</i>', 'if a &lt;b then <i>x</i>'],
    ['a <b and never closed', 'a &lt;b and never closed'],
    [
      '<a href="https://e.org/>x',
      '&lt;a href=&quot;<a href="https://e.org/" ' + LINK + '>https://e.org/</a>&gt;x',
    ],
    ['std::vector<int, 3>', 'std::vector&lt;int, 3&gt;'],
    ['<foo@example.org>', '&lt;foo@example.org&gt;'],
    ['<-- here', '&lt;-- here'],
    ['<!important>', '&lt;!important&gt;'],
    ['<?php echo 1 ?>', '&lt;?php echo 1 ?&gt;'],
    ['>>> <<<', '&gt;&gt;&gt; &lt;&lt;&lt;'],
    [`"a" 'b' \`c\``, '&quot;a&quot; &#39;b&#39; &#96;c&#96;'],
  ])('%s', (raw, expected) => {
    expect(inParagraph(raw)).toBe(expected);
  });

  test.each([
    ['AT&T', 'AT&amp;T'],
    ['&copy=1', '&amp;copy=1'],
    ['&bogus;', '&amp;bogus;'],
    ['&lt;b&gt;', '&lt;b&gt;'],
    ['&amp;lt;', '&amp;lt;'],
    ['&eacute;&#233;&#xE9;', 'ééé'],
    ['&#128;', '€'],
    ['&#60;script&#62;', '&lt;script&gt;'],
  ])('%s', (raw, expected) => {
    expect(inParagraph(raw)).toBe(expected);
  });
});

describe('what stands in <code> is literal', () => {
  test.each([
    ['<code>docker run <image></code>', '<code>docker run &lt;image&gt;</code>'],
    ['<code>a < b && c > d</code>', '<code>a &lt; b &amp;&amp; c &gt; d</code>'],
    ['<CODE>x</Code>', '<code>x</code>'],
    ['<code>x</code >y', '<code>x</code>y'],
    ['<code>never closed <b>', '<code>never closed &lt;b&gt;</code>'],
    [
      '<code><b>not bold</b></code> <b>bold</b>',
      '<code>&lt;b&gt;not bold&lt;/b&gt;</code> <b>bold</b>',
    ],
    [
      '<code><script>alert(1)</script></code>',
      '<code>&lt;script&gt;alert(1)&lt;/script&gt;</code>',
    ],
    ['<code><!-- x --></code>', '<code>&lt;!-- x --&gt;</code>'],
    ['<code>&lt;b&gt;</code>', '<code>&lt;b&gt;</code>'],
    ['<code>a<code>b</code>', '<code>a&lt;code&gt;b</code>'],
    ['<code>https://e.org</code>', '<code>https://e.org</code>'],
    ['<code/>x', 'x'],
    ['<codex>x</codex>', 'x'],
  ])('%s', (raw, expected) => {
    expect(inParagraph(raw)).toBe(expected);
  });

  test('keeps its lines, blank ones and indentation too, but not the edges', () => {
    const raw = '<code>\nfor x:\n\n    print(x)\n</code>';
    expect(inParagraph(raw)).toBe('<code>for x:\n\n    print(x)</code>');
  });
});

describe('paragraphs and lines', () => {
  test.each([
    ['a\n\nb', '<p>a</p><p>b</p>'],
    ['a\r\n\r\nb\rc', '<p>a</p><p>b<br>c</p>'],
    ['a\n \t\n\n\nb', '<p>a</p><p>b</p>'],
    ['\n\n a \n\n', '<p>a</p>'],
    ['a\nb', '<p>a<br>b</p>'],
    ['a<br>\nb', '<p>a<br>b</p>'],
    ['a<br><br />b', '<p>a</p><p>b</p>'],
    ['<p>a</p><p>b</p>', '<p>a</p><p>b</p>'],
    ['<em>a\n\nb</em>', '<p><em>a</em></p><p><em>b</em></p>'],
    [
      'a<blockquote>b\n\nc</blockquote>d',
      '<p>a</p><blockquote><p>b</p><p>c</p></blockquote><p>d</p>',
    ],
    [
      '<b>a<blockquote>b</blockquote>c</b>',
      '<p><b>a</b></p><blockquote><p><b>b</b></p></blockquote><p><b>c</b></p>',
    ],
    [
      '<blockquote>a<blockquote>b</blockquote></blockquote>',
      '<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>',
    ],
    ['<ul><li>a</li>\n<li>b</li></ul>c', '<p>a<br>b</p><p>c</p>'],
    ['<div>a</div><div>b</div>', '<p>a<br>b</p>'],
    ['<h1>a</h1>b<hr>c', '<p>a</p><p>b</p><p>c</p>'],
    ['<table><tr><td>a<td>b<tr><td>c</table>', '<p>a b<br>c</p>'],
    ['', ''],
    [' \n\t ', ''],
    ['<p></p><br>', ''],
  ])('%j', (raw, expected) => {
    expect(html(raw)).toBe(expected);
  });
});

describe('tags that do not fit', () => {
  test.each([
    ['<b>open', '<b>open</b>'],
    ['<b><i>x</b>y</i>z', '<b><i>x</i></b>yz'],
    ['</b>x</i>', 'x'],
    ['<b>x<b>y</b></b>', '<b>x</b><b>y</b>'],
    ['<q>x<q>y</q></q>', '<q>x<q>y</q></q>'],
    ['<b><i><b>x</b></i></b>', '<b><i><b>x</b></i></b>'],
    [
      '<a href="https://a.org/">x<b>y<a href="https://b.org/">z',
      `<a href="https://a.org/" ${LINK}>x<b>y</b></a><a href="https://b.org/" ${LINK}>z</a>`,
    ],
    ['<i title="T" title="U" class>x</i>', '<i>x</i>'],
    ['<abbr title="T" TITLE="U">x</abbr>', '<abbr title="T">x</abbr>'],
    ["<abbr title='\"<b>&quot;'>x</abbr>", '<abbr title="&quot;&lt;b&gt;&quot;">x</abbr>'],
    ['a<b> </b>c', 'a c'],
    ['<b>a </b>c', '<b>a </b>c'],
    ['a<b> c</b>', 'a<b> c</b>'],
  ])('%s', (raw, expected) => {
    expect(inParagraph(raw)).toBe(expected);
  });
});

describe('addresses', () => {
  test.each([
    'https://e.org/a?b=c&d=e#f',
    'http://e.org',
    'HTTPS://E.org/',
    'mailto:a@b.org',
    'https://xn--9ca.example/é',
    'https://[::1]:8080/',
  ])('%s stays', (url) => {
    expect(inParagraph(`<a href="${url}">x</a>`)).toBe(
      `<a href="${url.replaceAll('&', '&amp;')}" ${LINK}>x</a>`,
    );
  });

  test.each([
    'javascript:alert(1)',
    ' jAva\tscript:alert(1)',
    'java\0script:alert(1)',
    'java&#10;script:alert(1)',
    '&#x6A;avascript:alert(1)',
    '&#0000106avascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'ftp://e.org/',
    'tel:+33',
    '//e.org/',
    '/relative',
    '#fragment',
    '',
    'https:e.org',
    'https:/\\e.org',
    'https:javascript:alert(1)',
    'https://user@e.org/',
    'https://e.org:80:80/',
    'https://@e.org/',
    'http://',
    'mailto:',
    '\\\\e.org\\x',
  ])('%j goes, and is told of', (url) => {
    const result = applyPolicy(`<a href="${url}">x</a> <q cite="${url}">y</q>`);
    expect(result.html).toBe('<p><a>x</a> <q>y</q></p>');
    expect(result.removed.map(({ kind, tag, attribute }) => [kind, tag, attribute])).toEqual([
      ['url', 'a', 'href'],
      ['url', 'q', 'cite'],
    ]);
  });

  test.each([
    ['see https://e.org/a_(b)).', 'https://e.org/a_(b)', ').'],
    ['(https://e.org)', 'https://e.org', ')'],
    ['«https://e.org»', 'https://e.org', '»'],
    ['https://e.org…', 'https://e.org', '…'],
    ['https://e.org, and', 'https://e.org', ', and'],
    ['vois https://e.org/?a=1&copy=2 !', 'https://e.org/?a=1&copy=2', ' !'],
  ])('%s holds a link', (raw, href, after) => {
    const url = href.replaceAll('&', '&amp;');
    expect(inParagraph(raw)).toContain(`<a href="${url}" ${LINK}>${url}</a>${after}`);
  });

  test('www. leads to http, and shows what was typed', () => {
    expect(inParagraph('www.e.org.')).toBe(`<a href="http://www.e.org" ${LINK}>www.e.org</a>.`);
  });

  test('an address that a removed tag cuts in two is one address', () => {
    expect(inParagraph('http://e<u>.org</u>')).toBe(
      `<a href="http://e.org" ${LINK}>http://e.org</a>`,
    );
  });

  test.each([
    'a@b.org',
    'xhttps://e.org',
    'http://',
    'ftp://e.org',
    'javascript://e.org',
    'https://user@e.org',
  ])('%s is no link', (raw) => {
    expect(html(raw)).not.toContain('<a');
  });

  test('a link is not linked again', () => {
    const link = `<a href="https://e.org/" ${LINK}>https://f.org</a>`;
    expect(inParagraph('<a href="https://e.org/">https://f.org</a>')).toBe(link);
  });
});

describe('what is taken out', () => {
  test('is named and counted, in order', () => {
    const { removed } = applyPolicy(
      '<div><img src=x><IMG src=y></div><b class=x>a</b><b class=y>b</b><!-- c --><script>d</script>' +
        '<a href="javascript:x">e</a><a href="https://e.org/"> </a></u>',
    );
    expect(removed.map(({ kind, tag, attribute, count }) => [kind, tag, attribute, count])).toEqual(
      [
        ['comment', '!--', null, 1],
        ['body', 'script', null, 1],
        ['tag', 'div', null, 1],
        ['tag', 'img', null, 2],
        ['attribute', 'b', 'class', 2],
        ['url', 'a', 'href', 1],
        ['empty', 'a', null, 1],
        ['tag', 'u', null, 1],
      ],
    );
  });

  test('is nothing where nothing was', () => {
    expect(applyPolicy('<p>a<br>b</p> <b>c</b> 1 < 2 <code><x></code>').removed).toEqual([]);
  });

  test('stays short, however much there was', () => {
    const raw =
      Array.from({ length: 5000 }, (_, n) => `<x${n}>`).join('') + `<${'y'.repeat(9000)}>`;
    const { removed } = applyPolicy(raw);
    expect(removed.length).toBeLessThanOrEqual(101);
    expect(removed.reduce((sum, { count }) => sum + count, 0)).toBe(5001);
    expect(JSON.stringify(removed).length).toBeLessThan(10_000);
  });
});

describe('the text', () => {
  test('is what a reader sees', () => {
    const raw = 'a <b>b</b>\nc\n\n<code>&lt;d&gt;</code><script>e</script> &amp;';
    expect(applyPolicy(raw).text).toBe('a b\nc\n\n<d> &');
  });

  test.each([
    '',
    ' ',
    '<b></b>',
    '<script>x</script>',
    '\u200B\u00AD',
    '&#8203;',
    '<!-- x -->',
    '<code> </code>',
  ])('is empty when there is nothing to see: %j', (raw) => {
    expect(applyPolicy(raw)).toMatchObject({ html: '', text: '' });
  });
});

describe('characters', () => {
  test('controls go, also where an entity hides them; what scripts need stays', () => {
    expect(inParagraph('a\0b\x08c\x7Fd\x9Fe&#8;f\uFFFEg')).toBe('abcdefg');
    expect(inParagraph('👨\u200D👩\u200D👧 می\u200Cخواهم')).toBe(
      '👨\u200D👩\u200D👧 می\u200Cخواهم',
    );
  });

  test('nothing is normalized: full-width signs stay full-width (CVE-2024-34078)', () => {
    const raw = '＜script＞alert(1)＜/script＞ ﬁ ①';
    expect(inParagraph(raw)).toBe(raw);
    expect(inParagraph('e\u0301')).toBe('e\u0301');
  });

  test('half surrogates become the replacement character', () => {
    expect(inParagraph('a\uD800b')).toBe('a\uFFFDb');
  });
});

describe('what is stored', () => {
  test.each([
    'a\n\nb\nc',
    '<blockquote cite="https://e.org/">a\n\n<q>b</q></blockquote>c <code>d\n\n e</code>',
    '<a href="https://e.org/" title="&quot;">x</a> www.e.org',
    '1 < 2 &amp;amp; "x"',
  ])('read as an input is the same again: %j', (raw) => {
    const once = html(raw);
    expect(html(once)).toBe(once);
    expect(offList(once)).toEqual([]);
  });
});

test('nesting beyond 32 is refused', () => {
  expect(() => applyPolicy('<q>'.repeat(33) + 'x')).toThrow(PolicyError);
  expect(html('<q>'.repeat(32) + 'x')).toContain('x');
});
