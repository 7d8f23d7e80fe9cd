import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { authoring, lessonPlugins, quizDownloads, tableCells } from './src/authoring/index.ts';
import { codeTheme, styleToClass } from './src/components/code/code-theme.ts';
import { LOCALES } from './src/i18n/locales.ts';
import { pagePairs } from './src/i18n/page-pairs.ts';
import { readTutorialIndex } from './src/i18n/tutorial-index.ts';
import { oneScript } from './src/lib/one-script.ts';
import { oneStyle } from './src/lib/one-style.ts';
import { plainDynamicImport } from './src/lib/plain-dynamic-import.ts';
import { rewritePages } from './src/lib/rewrite-pages.ts';
import { tightPolicy } from './src/lib/tight-policy.ts';

const TUTORIALS = './content/tutorials';
const site = process.env.SITE_URL || 'http://localhost:4321';

/** The origin of the comments service when it is not the site's own. */
const service = URL.canParse(process.env.COMMENTS_URL ?? '')
  ? ` ${new URL(process.env.COMMENTS_URL).origin}`
  : '';

let pairs;

/** Both languages of a page, for the site map. Read once the content has been found right. */
function alternates(page) {
  pairs ??= new Map(
    pagePairs(readTutorialIndex(TUTORIALS)).flatMap((pair) =>
      LOCALES.map((locale) => [
        new URL(pair[locale], site).href,
        LOCALES.map((lang) => ({ lang, url: new URL(pair[lang], site).href })),
      ]),
    ),
  );
  return pairs.get(page);
}

/**
 * A face that was cut for this site; see src/styles/fonts/subset.py. There is no italic file:
 * browsers slant the upright, which is all that the italic of this face does.
 */
const face = (name, cssVariable, file, weight, rest) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  options: { variants: [{ src: [`./src/styles/fonts/${file}.woff2`], weight, style: 'normal' }] },
  // In base.css, for Astro's know one local face only, which phones and many Linux lack.
  fallbacks: [`${name} Fallback`, file === 'code' ? 'monospace' : 'sans-serif'],
  optimizedFallbacks: false,
  ...rest,
});

/** Preloaded; what comes late waits for the next page, so that no text moves under one's eyes. */
const RUNNING = { display: 'optional' };
/** Comes when code is met; its fallback is as wide as it is, letter by letter. */
const CODE = { display: 'swap' };

/** What runs on every page: theme, language, header, the record that they keep, and `import()`. */
const SHELL =
  /\/src\/(?:components\/shell|layouts|learner\/(?:settings|record-element|learner-(?:store|record)))|vite\/preload-helper/;
/**
 * What the pages of what the reader has learnt share, and lessons have no use for. The page of ideas
 * has nothing of its own: with the face for code it has all the requests that a page may make.
 */
const STUDY =
  /\/src\/(?:components\/course\/(?:DueQuestions|show-due)|i18n\/day-words|learner\/(?:counts|history|schedule)|lib\/(?:fetch-page|fill-in)|quiz\/ideas)/;
/** What pages have of their own: what the reader has learnt, flows, and the workbench. */
const OWN_PAGE = /\/src\/(?:quiz\/(?:progress|review)|diagrams\/(?:flows|workbench))\//;

/** What questions a picture: one file, which the workbench fetches whole as well. */
const EXPLORER =
  /\/src\/diagrams\/(?!load-stack|wake-|copy-picture|mermaid-text|panels)[a-z-]+\.ts$/;

export default defineConfig({
  site,
  trailingSlash: 'always',
  // `/fr/404.html` must be a file of that name for hosts that look for one in each folder.
  build: { format: 'preserve', inlineStylesheets: 'always' },
  prefetch: false,
  devToolbar: { enabled: false },
  integrations: [
    authoring(),
    quizDownloads(),
    // What holds no component is kept as finished HTML; `<pre>` is the one element that a component writes.
    mdx({ optimize: { ignoreElementNames: ['pre'] } }),
    rewritePages(oneScript, oneStyle, tightPolicy),
    sitemap({
      filter: (page) => alternates(page) !== undefined,
      serialize: (item) => ({ ...item, links: alternates(item.url) }),
    }),
  ],
  markdown: {
    // Quotes and spaces are set by `lessonPlugins`, which know the language.
    processor: satteri({
      mdastPlugins: lessonPlugins(TUTORIALS),
      hastPlugins: [tableCells],
      features: { smartPunctuation: false },
    }),
    shikiConfig: { theme: codeTheme, transformers: [styleToClass] },
  },
  fonts: [
    face('Strates Text', '--face-text', 'text', '400 700', RUNNING),
    face('Strates Heading', '--face-heading', 'heading', '700', RUNNING),
    face('Strates Code', '--face-code', 'code', '400', CODE),
  ],
  vite: {
    plugins: [plainDynamicImport()],
    build: {
      modulePreload: false,
      // Astro marks each MDX file with a directive of its own, of which the bundler then warns.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // What pages start with is one file; what wakes up later stays apart.
            output: {
              codeSplitting: {
                groups: [
                  { name: 'shell', tags: ['$initial'], test: SHELL, priority: 1 },
                  { name: 'study', tags: ['$initial'], test: STUDY, priority: 1 },
                  { name: 'stack-explorer', test: EXPLORER },
                  { name: 'lesson', tags: ['$initial'], test: (id) => !OWN_PAGE.test(id) },
                ],
              },
            },
          },
        },
      },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        // The icon stands in the page itself: one request less.
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        `connect-src 'self'${service}`,
        `form-action 'self'${service}`,
        "require-trusted-types-for 'script'",
      ],
    },
  },
});
