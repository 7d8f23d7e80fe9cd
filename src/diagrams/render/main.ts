import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { LOCALES } from '../../i18n/locales.ts';
import { launchChromium } from '../../lib/chromium.ts';
import { ADVANCES, FONT_HASH, OFFSET } from '../advances.ts';
import { DIAGRAM_IDS } from '../catalogue.ts';
import { FLOW_CASES } from '../flows/flow-catalogue.ts';
import { openFlowRenderer, renderFlow } from '../flows/render/render-flow.ts';
import { WIDTHS, type Width } from '../metrics.ts';
import { fontHash, measureFont } from './measure-font.ts';
import { openRenderer } from './open-renderer.ts';
import { renderPicture, type Picture } from './render-picture.ts';

/** `npm run diagrams`: renders every picture with Mermaid in Chromium and writes what changed. */
const FOLDER = new URL('../pictures/', import.meta.url);
const FLOWS_FOLDER = new URL('../flows/pictures/', import.meta.url);
const ADVANCES_FILE = new URL('../advances.ts', import.meta.url);

const browser = await launchChromium();
try {
  const page = await openRenderer(browser);
  const widths = await measureFont(page);
  const advances = String.fromCharCode(...widths.map((width) => width + OFFSET));
  if (fontHash() !== FONT_HASH || advances !== ADVANCES) {
    await writeFile(ADVANCES_FILE, advancesModule(advances));
    console.log('The label face has changed: src/diagrams/advances.ts is written anew.');
    console.log('Run the command again, so that the pictures are laid out by it.');
  } else {
    const pictures: Picture[] = [];
    const flows: Picture[] = [];
    const flowPage = await openFlowRenderer(browser);
    for (const locale of LOCALES)
      for (const width of Object.keys(WIDTHS) as Width[]) {
        for (const id of DIAGRAM_IDS) pictures.push(await renderPicture(page, id, locale, width));
        for (const flow of FLOW_CASES) flows.push(await renderFlow(flowPage, flow, locale, width));
      }
    await write(FOLDER, pictures);
    await write(FLOWS_FOLDER, flows);
  }
} finally {
  await browser.close();
}

async function write(folder: URL, pictures: readonly Picture[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = new Set(pictures.map(({ file }) => file));
  for (const file of await readdir(folder)) {
    if (!names.has(file)) await rm(new URL(file, folder));
  }
  for (const { file, content } of pictures) {
    const before = await readFile(new URL(file, folder), 'utf8').catch(() => undefined);
    if (before !== content) await writeFile(new URL(file, folder), content);
    const state = before === undefined ? 'new' : before === content ? 'unchanged' : 'changed';
    console.log(
      `${state.padEnd(10)} ${String(gzipSync(content).length).padStart(5)} B gz  ${file}`,
    );
  }
}

/** The table as the module that layouts import. */
function advancesModule(advances: string): string {
  return `/** Written by \`npm run diagrams\`: do not edit. */
export const FONT_HASH = '${fontHash()}';

/** What is added to an advance to make it a printable character. */
export const OFFSET = ${OFFSET};

/** Advance of each printable ASCII character in hundredths of an em, at weight 600. */
// prettier-ignore
export const ADVANCES = ${JSON.stringify(advances)};
`;
}
