import type {} from '@astrojs/markdown-satteri';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin, type MdastNode, type MdastPluginEntry } from 'satteri';
import { isLocale, type Locale } from '../../i18n/locales.ts';
import { readTutorialEntry, type TutorialEntry } from '../../i18n/tutorial-index.ts';
import { typography } from '../../i18n/typography.ts';
import { citationsIn } from './citations.ts';
import { sectionId } from './section-id.ts';
import { resolveTutorialLink } from './tutorial-link.ts';

/** A lesson's language is the name of its file; anything else is left alone. */
function localeOf(file: URL | undefined): Locale | null {
  const name = file ? basename(fileURLToPath(file), '.mdx') : '';
  return isLocale(name) ? name : null;
}

/** Gives each heading the id that its author wrote behind it. */
const headingIds = defineMdastPlugin({
  name: 'strates-heading-ids',
  heading(node, context) {
    const id = sectionId(node.children as { type: string; value?: string }[]);
    const mark = node.children.at(-1);
    if (id === null || !mark) return;
    context.removeNode(mark as MdastNode);
    const text = node.children.at(-2);
    if (text?.type === 'text') context.setProperty(text, 'value', text.value.trimEnd());
    context.setProperty(node, 'data', { hProperties: { id } });
  },
});

/** `[text](tutorial:hybrid#who-shares-what)` leads to the lesson in the reader's language. */
const tutorialLinks = (folder: string): MdastPluginEntry => {
  // A lesson's address changes with its slug alone; a new slug asks for a new start of `astro dev`.
  const lessons = new Map<string, TutorialEntry>();
  const lessonOf = (id: string): TutorialEntry => {
    const lesson = lessons.get(id) ?? readTutorialEntry(folder, id);
    lessons.set(id, lesson);
    return lesson;
  };
  return ({ fileURL }) => {
    const locale = localeOf(fileURL);
    return (
      locale !== null &&
      defineMdastPlugin({
        name: 'strates-tutorial-links',
        link(node, context) {
          const href = resolveTutorialLink(node.url, locale, lessonOf);
          if (href !== null) context.setProperty(node, 'url', href);
        },
      })
    );
  };
};

/**
 * Turns `[@key]` into `<Cite n="1" keys="key" />`, numbered by first appearance; the keys in
 * that order reach the page as `frontmatter.citations`.
 */
const citations: MdastPluginEntry = () => {
  const order: string[] = [];
  const numberOf = (key: string): number => {
    if (!order.includes(key)) order.push(key);
    return order.indexOf(key) + 1;
  };
  return defineMdastPlugin({
    name: 'strates-citations',
    text(node, context) {
      const found = citationsIn(node.value);
      if (found.length === 0) return;
      const pieces: MdastNode[] = [];
      let from = 0;
      for (const { keys, offset, length } of found) {
        if (offset > from) pieces.push({ type: 'text', value: node.value.slice(from, offset) });
        pieces.push({
          type: 'mdxJsxTextElement',
          name: 'Cite',
          attributes: [
            { type: 'mdxJsxAttribute', name: 'n', value: keys.map(numberOf).join(',') },
            { type: 'mdxJsxAttribute', name: 'keys', value: keys.join(',') },
          ],
          children: [],
        } as MdastNode);
        from = offset + length;
      }
      if (from < node.value.length) pieces.push({ type: 'text', value: node.value.slice(from) });
      context.replaceNode(node, pieces);
    },
    after(_root, context) {
      const astro = context.data.astro;
      if (astro) astro.frontmatter['citations'] = order;
    },
  });
};

/** Sets spaces and quotes as the language of the file wants them; `<En>` is English in any file. */
const setTypography: MdastPluginEntry = ({ fileURL }) => {
  const locale = localeOf(fileURL);
  return (
    locale !== null &&
    defineMdastPlugin({
      name: 'strates-typography',
      text(node, context) {
        const parent = context.parent(node);
        const inEnglish = parent && 'name' in parent && parent.name === 'En';
        const set = typography(node.value, inEnglish ? 'en' : locale);
        if (set !== node.value) context.setProperty(node, 'value', set);
      },
    })
  );
};

/** What happens to the text of a lesson between the author's file and the page, in order. */
export function lessonPlugins(tutorialsFolder: string): readonly MdastPluginEntry[] {
  return [headingIds, tutorialLinks(tutorialsFolder), citations, setTypography];
}
