import { describe, expect, test } from 'vitest';
import { applyPolicy } from '../../../../src/comments/policy/index.ts';
import { offList } from './support/off-list.ts';

const MARKUP = '<img src=x onerror=alert(1)><b>bold</b>';

// sanitize-html before 2.17.4 let the body of a disallowed <xmp> out as it was (CVE-2026-44990).
describe('an element in which HTML reads no markup', () => {
  test.each(['script', 'style', 'iframe', 'noembed', 'noframes', 'noscript', 'title'])(
    '<%s>: no browser shows its body, so it goes',
    (tag) => {
      const { html, removed } = applyPolicy(`a <${tag} x=">">${MARKUP}</${tag.toUpperCase()} >c`);
      expect(html).toBe('<p>a c</p>');
      expect(removed).toEqual([{ kind: 'body', tag, attribute: null, count: 1 }]);
    },
  );

  test.each(['xmp', 'textarea'])(
    '<%s>: a browser shows its body as text, so it stays text',
    (tag) => {
      const { html, removed } = applyPolicy(`a <${tag}>${MARKUP}</${tag}>c`);
      expect(html).toBe('<p>a &lt;img src=x onerror=alert(1)&gt;&lt;b&gt;bold&lt;/b&gt;c</p>');
      expect(removed).toEqual([{ kind: 'tag', tag, attribute: null, count: 1 }]);
    },
  );

  test.each(['plaintext', 'template', 'listing', 'select', 'svg', 'math', 'object', 'video'])(
    '<%s>: a tag like others',
    (tag) => {
      const { html } = applyPolicy(`a <${tag}>${MARKUP}</${tag}>c`);
      expect(offList(html)).toEqual([]);
      expect(html.replace(/<\/?p>|\s/g, '')).toBe('a<b>bold</b>c');
    },
  );

  test.each(['script', 'style', 'iframe', 'noscript', 'title', 'xmp', 'textarea'])(
    '<%s> that nothing closes swallows nothing',
    (tag) => {
      const { html, removed } = applyPolicy(`The <${tag}> tag is <b>old</b>.`);
      expect(html).toBe('<p>The  tag is <b>old</b>.</p>');
      expect(removed).toEqual([{ kind: 'tag', tag, attribute: null, count: 1 }]);
    },
  );

  test('ends at its end tag, wherever another would hide it', () => {
    expect(applyPolicy('<style><a title="</style><img src=x onerror=alert(1)>">').html).toBe(
      '<p>&quot;&gt;</p>',
    );
    expect(applyPolicy('<script><!--<script></script>--></script>x').html).toBe('<p>--&gt;x</p>');
    expect(applyPolicy('<script/>alert(1)</script>x').html).toBe('<p>x</p>');
    expect(applyPolicy('<scriptx>y</scriptx>').html).toBe('<p>y</p>');
  });
});

describe('comments, doctypes and CDATA', () => {
  test.each([
    ['a<!-- b -->c', 'ac'],
    ['a<!-->b', 'ab'],
    ['a<!--->b', 'ab'],
    ['a<!-- b --!>c', 'ac'],
    ['a<!-- b > c', 'a&lt;!-- b &gt; c'],
    ['a<!-- <b> -->c', 'ac'],
    ['<!DOCTYPE html>a', 'a'],
    ['a<![CDATA[ <b> ]]>c', 'a &lt;b&gt; c'],
    ['a<![CDATA[b', 'a&lt;![CDATA[b'],
  ])('%s', (raw, expected) => {
    expect(applyPolicy(raw).html).toBe(`<p>${expected}</p>`);
  });
});
