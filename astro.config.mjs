import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { authoring, lessonPlugins } from './src/authoring/index.ts';
import { codeTheme, styleToClass } from './src/components/code/code-theme.ts';
import { LOCALES } from './src/i18n/locales.ts';
import { pagePairs } from './src/i18n/page-pairs.ts';
import { readTutorialIndex } from './src/i18n/tutorial-index.ts';
import { oneScript } from './src/lib/one-script.ts';

const TUTORIALS = './content/tutorials';
const site = process.env.SITE_URL || 'http://localhost:4321';

/** The origin of the comments service when it is not the site's own. */
const service = URL.canParse(process.env.COMMENTS_URL ?? '')
  ? ` ${new URL(process.env.COMMENTS_URL).origin}`
  : '';

/** Both languages of a page, for the site map. */
const alternates = new Map(
  pagePairs(readTutorialIndex(TUTORIALS)).flatMap((pair) =>
    LOCALES.map((locale) => [
      new URL(pair[locale], site).href,
      LOCALES.map((lang) => ({ lang, url: new URL(pair[lang], site).href })),
    ]),
  ),
);

/**
 * A face that was cut for this site; see src/styles/fonts/subset.py. `optional`: a face that comes
 * late waits for the next page, so that no text ever moves under the reader's eyes. There is no
 * italic file: browsers slant the upright, which is all that the italic of this face does.
 */
const face = (name, cssVariable, file, weight, fallback) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  display: 'optional',
  fallbacks: [fallback],
  options: { variants: [{ src: [`./src/styles/fonts/${file}.woff2`], weight, style: 'normal' }] },
});

export default defineConfig({
  site,
  trailingSlash: 'always',
  // `/fr/404.html` must be a file of that name for hosts that look for one in each folder.
  build: { format: 'preserve', inlineStylesheets: 'always' },
  prefetch: false,
  devToolbar: { enabled: false },
  integrations: [
    authoring(),
    mdx(),
    oneScript(),
    sitemap({
      filter: (page) => alternates.has(page),
      serialize: (item) => ({ ...item, links: alternates.get(item.url) }),
    }),
  ],
  markdown: {
    // Quotes and spaces are set by `lessonPlugins`, which know the language.
    processor: satteri({
      mdastPlugins: lessonPlugins(TUTORIALS),
      features: { smartPunctuation: false },
    }),
    shikiConfig: { theme: codeTheme, transformers: [styleToClass] },
  },
  fonts: [
    face('Strates Text', '--face-text', 'text', '400 700', 'sans-serif'),
    face('Strates Heading', '--face-heading', 'heading', '700', 'sans-serif'),
    face('Strates Code', '--face-code', 'code', '400', 'monospace'),
  ],
  vite: {
    build: { modulePreload: false },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // What pages start with is one file; what wakes up later stays apart.
            output: { codeSplitting: { groups: [{ name: 'site', tags: ['$initial'] }] } },
          },
        },
      },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        `connect-src 'self'${service}`,
        `form-action 'self'${service}`,
        "require-trusted-types-for 'script'",
      ],
    },
  },
});
