import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Mail, MailBlock } from '../../../../src/comments/mail/mail.ts';
import { renderMail } from '../../../../src/comments/mail/render-mail.ts';

const HOSTILE = `</blockquote><script>alert(1)</script>"'><img src=x onerror=alert(1)>&lt;`;

const mail = (...blocks: readonly MailBlock[]): Mail => ({
  to: 'a@example.org',
  locale: 'fr',
  subject: 'Sujet',
  blocks,
});

const EVERY: readonly MailBlock[] = [
  { kind: 'heading', text: HOSTILE },
  { kind: 'paragraph', text: HOSTILE },
  { kind: 'quote', text: HOSTILE, lang: 'en' },
  { kind: 'list', items: [HOSTILE] },
  { kind: 'facts', rows: [[HOSTILE, HOSTILE]] },
  { kind: 'links', links: [{ label: HOSTILE, href: 'https://example.org/?a=1&b="2"' }] },
  { kind: 'small', text: HOSTILE },
];

test('both parts say the same', () => {
  const { text, html } = renderMail(
    mail(
      { kind: 'heading', text: 'Awa' },
      { kind: 'quote', text: 'Une ligne\n\nUne autre', lang: 'fr' },
      { kind: 'list', items: ['un', 'deux'] },
      { kind: 'facts', rows: [['Tutoriel :', 'Hybride']] },
      { kind: 'links', links: [{ label: 'Ouvrir', href: 'https://example.org/a' }] },
      { kind: 'small', text: 'Parce que.' },
    ),
  );
  expect(text).toBe(
    [
      'Awa',
      '> Une ligne\n>\n> Une autre',
      '- un\n- deux',
      'Tutoriel : Hybride',
      'Ouvrir\nhttps://example.org/a',
      '-- \nParce que.\n',
    ].join('\n\n'),
  );
  expect(html).toContain('<html lang="fr">');
  expect(html).toContain('<blockquote lang="fr"');
  expect(html).toContain('<a href="https://example.org/a">Ouvrir</a>');
});

describe('what a visitor wrote', () => {
  test.each(EVERY)('stays text in a $kind', (block) => {
    const { html, text } = renderMail(mail(block));
    const names = new Set<string>();
    const texts: string[] = [];
    walk(parseFragment(html), names, texts);
    for (const name of ['script', 'img', 'iframe', 'link']) expect(names).not.toContain(name);
    expect(texts.join('')).toContain(HOSTILE);
    expect(text).toContain(HOSTILE);
  });

  test('never becomes the address of a link', () => {
    const href = 'javascript:alert(1)';
    expect(() => renderMail(mail({ kind: 'links', links: [{ label: 'x', href }] }))).toThrow();
  });
});

test('nothing is loaded from anywhere, and no color is set but that of an edge', () => {
  const { html } = renderMail(mail(...EVERY));
  expect(html.replace(/<a href="[^"]*"/g, '')).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?http/);
  expect(html).not.toMatch(/[^-]color:\s*#|background/);
});

type Node = DefaultTreeAdapterTypes.Node;

function walk(node: Node, names: Set<string>, texts: string[]): void {
  names.add(node.nodeName);
  if ('value' in node) texts.push(node.value);
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, names, texts);
}
