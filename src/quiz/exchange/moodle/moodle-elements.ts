import { fragment, xml, type XmlElement, type XmlNode } from '../xml/xml.ts';

/** Text that Moodle takes as it is. */
export const plain = (name: string, text: string, ...more: readonly XmlNode[]): XmlElement =>
  xml(name, {}, xml('text', {}, text), ...more);

/** Markup as Moodle keeps it: a text of its own, of format `html`. */
export const html = (
  name: string,
  markup: readonly XmlNode[],
  ...more: readonly XmlNode[]
): XmlElement => xml(name, { format: 'html' }, markupText(markup), ...more);

/** An answer of a choice, with what is said to whoever gives it. */
export const htmlAnswer = (
  fraction: number,
  markup: readonly XmlNode[],
  feedback: readonly XmlNode[],
): XmlElement =>
  xml('answer', { fraction, format: 'html' }, markupText(markup), html('feedback', feedback));

/** An answer that is typed, or the word `true` or `false`. */
export const plainAnswer = (
  fraction: number,
  text: string,
  feedback: readonly XmlNode[],
  ...more: readonly XmlNode[]
): XmlElement =>
  xml(
    'answer',
    { fraction, format: 'moodle_auto_format' },
    xml('text', {}, text),
    html('feedback', feedback),
    ...more,
  );

/** Markup inside of whatever holds it: Moodle wants it as text. */
export const markupText = (markup: readonly XmlNode[]): XmlElement =>
  xml('text', {}, { cdata: fragment(markup) });
