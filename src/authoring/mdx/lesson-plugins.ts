import type {} from '@astrojs/markdown-satteri';
import {
  defineMdastPlugin,
  type MdastNode,
  type MdastPluginDefinition,
  type MdastPluginEntry,
  type MdastVisitorContext,
} from 'satteri';
import type { Locale } from '../../i18n/locales.ts';
import { readTutorialEntry, type TutorialEntry } from '../../i18n/tutorial-index.ts';
import { typography } from '../../i18n/typography.ts';
import { citationElement } from './citation-element.ts';
import { citationsIn } from './citations.ts';
import { resolveDiagramLink } from './diagram-link.ts';
import { elementOf, type Component } from './lesson-components.ts';
import { lessonLocale } from './lesson-locale.ts';
import { sectionId } from './section-id.ts';
import { resolveTutorialLink } from './tutorial-link.ts';

/** Keeps a citation on the line of its sentence. */
const JOINER = '\u2060';

type LessonOf = (id: string) => TutorialEntry;

/**
 * Gives each heading the id that its author wrote behind it, sends `[text](tutorial:hybrid#place)`
 * to the lesson and `[text](diagram:ladder)` to the page of the diagram in the reader's language,
 * and writes the components that are elements.
 */
function structure(locale: Locale, lessonOf: LessonOf): MdastPluginDefinition {
  const writeComponent = (node: Component, context: MdastVisitorContext) => {
    const element = elementOf(node, () => context.textContent(node), locale);
    if (element) context.replaceNode(node, element);
  };
  return defineMdastPlugin({
    name: 'strates-structure',
    heading(node, context) {
      const id = sectionId(node.children as { type: string; value?: string }[]);
      const mark = node.children.at(-1);
      if (id === null || !mark) return;
      context.removeNode(mark as MdastNode);
      const text = node.children.at(-2);
      if (text?.type === 'text') context.setProperty(text, 'value', text.value.trimEnd());
      context.setProperty(node, 'data', { hProperties: { id } });
    },
    link(node, context) {
      const href =
        resolveTutorialLink(node.url, locale, lessonOf) ?? resolveDiagramLink(node.url, locale);
      if (href !== null) context.setProperty(node, 'url', href);
    },
    mdxJsxTextElement: writeComponent,
    mdxJsxFlowElement: writeComponent,
  });
}

/**
 * Sets spaces and quotes as the language of the file wants them, and turns `[@key]` into numbers
 * by first appearance; the keys in that order reach the page as `frontmatter.citations`.
 */
function text(locale: Locale): MdastPluginDefinition {
  const order: string[] = [];
  const numberOf = (key: string): number => {
    if (!order.includes(key)) order.push(key);
    return order.indexOf(key) + 1;
  };
  return defineMdastPlugin({
    name: 'strates-text',
    text(node, context) {
      const pieces: MdastNode[] = [];
      let from = 0;
      for (const { keys, offset, length } of citationsIn(node.value)) {
        const sentence = typography(node.value.slice(from, offset), locale);
        pieces.push({ type: 'text', value: sentence + JOINER });
        pieces.push(citationElement(keys, numberOf, locale));
        from = offset + length;
      }
      const rest = typography(node.value.slice(from), locale);
      if (pieces.length === 0) {
        if (rest !== node.value) context.setProperty(node, 'value', rest);
        return;
      }
      if (rest !== '') pieces.push({ type: 'text', value: rest });
      context.replaceNode(node, pieces);
    },
    after(_root, context) {
      const { astro } = context.data;
      if (astro) astro.frontmatter['citations'] = order;
    },
  });
}

/**
 * What happens to a lesson between the author's file in `tutorialsFolder` and the page. Two walks,
 * for the second one sets the text of what the first has written.
 */
export function lessonPlugins(tutorialsFolder: string): readonly MdastPluginEntry[] {
  // A lesson's address changes with its slug alone; a new slug asks for a new start of `astro dev`.
  const lessons = new Map<string, TutorialEntry>();
  const lessonOf = (id: string): TutorialEntry => {
    const lesson = lessons.get(id) ?? readTutorialEntry(tutorialsFolder, id);
    lessons.set(id, lesson);
    return lesson;
  };
  const inLanguage =
    (plugin: (locale: Locale) => MdastPluginDefinition): MdastPluginEntry =>
    ({ fileURL }) => {
      const locale = lessonLocale(fileURL);
      return locale !== null && plugin(locale);
    };
  return [inLanguage((locale) => structure(locale, lessonOf)), inLanguage(text)];
}
