import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { authoring, lessonPlugins } from './src/authoring/index.ts';
import { codeTheme, styleToClass } from './src/components/code/code-theme.ts';
import { LOCALES } from './src/i18n/locales.ts';
import { pagePairs } from './src/i18n/page-pairs.ts';
import { readTutorialIndex } from './src/i18n/tutorial-index.ts';

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

/** A face that was cut for this site; see src/styles/fonts/subset.py. */
const face = (name, cssVariable, fallbacks, variants) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  options: {
    variants: variants.map(({ file, ...variant }) => ({
      src: [`./src/styles/fonts/${file}.woff2`],
      style: 'normal',
      ...variant,
    })),
  },
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
    face(
      'Strates Text',
      '--face-text',
      ['sans-serif'],
      [
        { file: 'text', weight: '400 700' },
        { file: 'text-italic', weight: '400', style: 'italic' },
      ],
    ),
    face('Strates Heading', '--face-heading', ['sans-serif'], [{ file: 'heading', weight: '700' }]),
    face('Strates Code', '--face-code', ['monospace'], [{ file: 'code', weight: '400' }]),
  ],
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
