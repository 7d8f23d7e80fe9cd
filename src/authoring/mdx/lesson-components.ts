import type { MdastNode } from 'satteri';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { typography } from '../../i18n/typography.ts';
import { element } from './element.ts';

type Blocks = Extract<MdastNode, { type: 'blockquote' }>['children'];

/** A component as its author wrote it, on a line of its own or within one. */
export type Component = Readonly<
  Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>
>;

/** `text` is all the text that stands in it, without markup. */
type Write = (children: Blocks, text: () => string, locale: Locale) => MdastNode;

/**
 * The components that are nothing but elements: they are written as such when the lesson is
 * compiled, so that they and what stands around them stay finished HTML.
 */
const ELEMENTS: Readonly<Record<string, Write>> = {
  /** English in any language: a leaf of its own kind, which no other language sets. */
  En: (_children, text) => {
    const leaf = { type: 'english', value: typography(text(), 'en') };
    return element('emphasis', 'i', { lang: 'en' }, [leaf as never]);
  },

  Aside: (children) =>
    element('blockquote', 'div', { className: ['aside'], role: 'note' }, children),

  /** What the author writes first is the slogan, as a quotation; what follows corrects it. */
  Myth: ([slogan, ...correction], _text, locale) => {
    if (slogan?.type !== 'blockquote') {
      const mend = 'begins with the slogan as a quotation: a line that starts with `> `.';
      throw new Error(`<Myth> ${mend}`);
    }
    const t = useTranslations(locale);
    const part = (name: string, label: string, content: Blocks) =>
      element('blockquote', 'div', { className: [name] }, [
        element('paragraph', 'p', { className: ['myth-label'] }, [{ type: 'text', value: label }]),
        ...content,
      ]);
    return element('blockquote', 'div', { className: ['myth'] }, [
      part('myth-read', t('prose.oftenRead'), [slogan]),
      part('myth-fact', t('prose.inFact'), correction),
    ]);
  },
};

/** The element that a component of a lesson is; null for one that is more. */
export function elementOf(
  { name, children }: Component,
  text: () => string,
  locale: Locale,
): MdastNode | null {
  return ELEMENTS[name ?? '']?.(children as Blocks, text, locale) ?? null;
}
