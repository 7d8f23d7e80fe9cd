import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FONT_HASH } from '../../../src/diagrams/advances.ts';
import { DIAGRAM_IDS } from '../../../src/diagrams/catalogue.ts';
import { findPicture } from '../../../src/diagrams/find-picture.ts';
import { pictureAddress, pictureFile } from '../../../src/diagrams/picture-address.ts';
import { pictureMarkup } from '../../../src/diagrams/picture-markup.ts';
import { firstView, subjectOf } from '../../../src/diagrams/picture-source.ts';
import { fontHash } from '../../../src/diagrams/render/measure-font.ts';
import { mermaidText } from '../../../src/diagrams/mermaid-text.ts';
import { layoutOf } from '../../../src/diagrams/view.ts';
import { LOCALES } from '../../../src/i18n/locales.ts';
import { ALL_WIDTHS } from './every-view.ts';

const FOLDER = 'src/diagrams/pictures';
const files = Object.fromEntries(
  readdirSync(FOLDER).map((file) => [file, readFileSync(`${FOLDER}/${file}`, 'utf8')]),
);

const wanted = DIAGRAM_IDS.flatMap((id) =>
  LOCALES.flatMap((locale) =>
    ALL_WIDTHS.map((width) => {
      const subject = subjectOf(id, locale);
      const first = firstView(subject);
      const layout = layoutOf(first, width);
      const address = pictureAddress(mermaidText(first), layout);
      return { name: { id, locale, width }, subject, first, layout, address };
    }),
  ),
);

describe('the committed pictures', () => {
  test('are all there, up to date, and no others', () => {
    const names = wanted.map(({ name, address }) => pictureFile(name, address));
    expect(Object.keys(files).sort()).toEqual(names.sort());
  });

  test.each(wanted)('$name.id $name.locale $name.width is what the page would draw', (one) => {
    const { name, subject, first, layout, address } = one;
    // Mermaid draws a no-break space as a space, which no line breaks at either.
    const drawn = pictureMarkup(layout, {
      prefix: `${name.id}-${name.width}`,
      title: subject.title,
      description: first.sentence,
    });
    const plain = (markup: string) => markup.trim().replaceAll('\u00a0', ' ');
    expect(plain(findPicture(files, name, address))).toBe(plain(drawn));
  });

  test.each(Object.entries(files))('%s is light, clean and named', (_, markup) => {
    expect(gzipSync(markup).length).toBeLessThan(3000);
    expect(markup).not.toMatch(/<style|style=|foreignObject|marker|<script|on\w+=|href/);
    expect(markup).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"><title id="\1">[^<]+<\/title><desc id="\2"/,
    );
  });
});

describe('a picture that is not there', () => {
  const name = { id: 'virtual', locale: 'fr', width: 'wide' } as const;

  test('fails with its name and the command', () => {
    expect(() => findPicture({}, name, 'abc')).toThrow(
      'The picture `virtual` (fr, wide) is missing. Run `npm run diagrams` and commit src/diagrams/pictures.',
    );
  });

  test('says when it is only out of date', () => {
    expect(() => findPicture({ 'virtual.fr.wide.old.svg': '' }, name, 'new')).toThrow(
      'is out of date (virtual.fr.wide.old.svg draws an older text). Run `npm run diagrams`',
    );
  });

  test('changes its address with its text and with its layout', () => {
    const [one, other] = wanted;
    if (!one || !other) throw new Error('no pictures');
    expect(pictureAddress(mermaidText(one.first), one.layout)).toBe(one.address);
    expect(pictureAddress(`${mermaidText(one.first)} `, one.layout)).not.toBe(one.address);
    expect(pictureAddress(mermaidText(one.first), other.layout)).not.toBe(one.address);
  });
});

test('the table of advances is of the font that is installed', () => {
  expect(fontHash()).toBe(FONT_HASH);
});
