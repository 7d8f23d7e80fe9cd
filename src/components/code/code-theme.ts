import type { ShikiConfig } from 'astro';

type CodeTheme = Exclude<ShikiConfig['theme'], string | undefined>;
type CodeTransformer = NonNullable<ShikiConfig['transformers']>[number];

/**
 * What a piece of code can be, and the grammar scopes that say so. Five kinds suffice: code
 * that is read in a lesson is short, and each kind must keep its contrast in both themes.
 */
const KINDS = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string', 'constant.character.escape'],
  constant: ['constant', 'variable.language', 'support.constant'],
  keyword: ['keyword', 'storage', 'keyword.operator', 'entity.name.tag'],
  name: [
    'entity.name.function',
    'support.function',
    'variable.parameter',
    'entity.other.attribute-name',
    'support.type.property-name',
  ],
} as const satisfies Record<string, readonly string[]>;

/** A color that is never shown: it only carries a kind through Shiki. */
const markOf = (index: number) => `#00000${String(index + 1)}`;

const KIND_BY_MARK = new Map(Object.keys(KINDS).map((kind, index) => [markOf(index), kind]));

/** A theme for Shiki that names kinds instead of colors; `code.css` gives the colors. */
export const codeTheme: CodeTheme = {
  name: 'strates',
  type: 'light',
  colors: { 'editor.background': '#ffffff', 'editor.foreground': '#000000' },
  settings: [
    ...Object.values(KINDS).map((scope, index) => ({
      scope: [...scope],
      settings: { foreground: markOf(index) },
    })),
    // A shell takes each bare word for a string; to a reader it is plain text.
    { scope: ['string.unquoted'], settings: { foreground: '#000000' } },
  ],
};

/**
 * Turns Shiki's `style` attributes, which a strict policy refuses, into classes. Shiki gives a line
 * half a second and leaves the rest of it plain, so that a busy machine would build other pages
 * than an idle one: here it takes the time that it needs.
 */
export const styleToClass: CodeTransformer = {
  name: 'strates-style-to-class',
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0;
  },
  pre(node) {
    delete node.properties['style'];
    delete node.properties['tabindex'];
  },
  span(node) {
    const mark = /color:(#[0-9a-f]{6})/i.exec(String(node.properties['style']))?.[1];
    const kind = KIND_BY_MARK.get(mark?.toLowerCase() ?? '');
    delete node.properties['style'];
    if (kind) node.properties['class'] = `code-${kind}`;
  },
};
