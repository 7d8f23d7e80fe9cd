/** The light theme of `src/styles/tokens.css`, in the colors that every program knows. */
const COLORS = {
  hardware: ['#f6d6ca', '#834e38'],
  hypervisor: ['#f0dac2', '#7a5526'],
  'host-kernel': ['#cae6d3', '#346b49'],
  'guest-kernel': ['#cae6d3', '#346b49'],
  engine: ['#c1e5ef', '#11697a'],
  container: ['#c1e5ef', '#11697a'],
  pod: ['#c1e5ef', '#11697a'],
  libraries: ['#cedff9', '#415e8a'],
  application: ['#ead6ef', '#724e7a'],
  machine: ['#fcfaf6', 'none'],
  'utility-vm': ['#fcfaf6', 'none'],
} as const satisfies Readonly<Record<string, readonly [fill: string, stroke: string]>>;

/** What `stack.css` says of a picture on the page, for one that is a file of its own. */
const STYLE = [
  'rect{fill:none;stroke:none;stroke-width:2px}',
  'text{fill:#1a2230;font:600 15px system-ui,sans-serif;text-anchor:middle}',
  '.note{font-size:13px;font-weight:400}',
  '.frame text{text-anchor:start}',
  '.dashed>rect:first-child{stroke-dasharray:6 4}',
  ...Object.entries(COLORS).map(
    ([kind, [fill, stroke]]) => `.${kind}>rect{fill:${fill};stroke:${stroke}}`,
  ),
].join('');

/** Room around a picture, so that no edge is cut. */
const MARGIN = 4;

/** A picture of a stack that needs no page around it: a whole SVG file, and what it says in words. */
export interface StandalonePicture {
  readonly svg: string;
  readonly words: string;
}

/** Makes the committed markup of a picture stand alone, in the colors of the light theme. */
export function standalonePicture(markup: string): StandalonePicture {
  const [x = 0, y = 0, width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(markup)?.[1] ?? '')
    .split(' ')
    .map(Number);
  const box = [x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN];
  const [w, h] = [box[2] ?? 0, box[3] ?? 0];
  const svg = markup
    .trim()
    .replace(/^<svg/, `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"`)
    .replace(/viewBox="[^"]*"/, `viewBox="${box.join(' ')}"`)
    .replace('</desc>', `</desc><style>${STYLE}</style>`);
  return {
    svg: `${svg}\n`,
    words: unescaped(/<desc[^>]*>([^<]*)<\/desc>/.exec(markup)?.[1] ?? ''),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp);/g, (sign, name: string) => ENTITIES[name] ?? sign);
