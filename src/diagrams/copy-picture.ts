/** Copies a picture as it stands on the page: fetched when someone asks for it. */

/** What style sheets decide of a picture, to be written into one that has none. */
const STYLES = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'paint-order'],
  ...['opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline'],
] as const;

/** What a style that nobody set says; it need not be written. */
const PLAIN: ReadonlySet<string> = new Set(['', 'auto', 'normal', 'none', '1']);

const MARGIN = 8;

/** How many pixels of a PNG a unit of the picture takes. */
const SCALE = 2;

const SVG = 'http://www.w3.org/2000/svg';

/** Marks that only mean something on the page. */
const PAGE_ONLY = /^(?:class|role|aria-|data-)/;

function writeStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (!PLAIN.has(value) || name === 'fill' || name === 'stroke') to.setAttribute(name, value);
  }
  for (const { name } of [...to.attributes]) if (PAGE_ONLY.test(name)) to.removeAttribute(name);
  [...from.children].forEach((child, index) => {
    const twin = to.children[index];
    if (twin) writeStyles(child, twin);
  });
}

/** The picture that is shown, with all that the page's style sheets say of it, on its paper. */
function standalone(shown: SVGSVGElement): SVGSVGElement {
  const picture = shown.cloneNode(true) as SVGSVGElement;
  writeStyles(shown, picture);
  const { x, y, width, height } = shown.viewBox.baseVal;
  const box = [x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN] as const;
  picture.setAttribute('viewBox', box.join(' '));
  picture.setAttribute('width', `${box[2]}`);
  picture.setAttribute('height', `${box[3]}`);
  const paper = document.createElementNS(SVG, 'rect');
  ['x', 'y', 'width', 'height'].forEach((name, index) => {
    paper.setAttribute(name, `${box[index] ?? 0}`);
  });
  paper.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  picture.insertBefore(paper, picture.querySelector(':scope > g'));
  return picture;
}

const written = (picture: SVGSVGElement) => new XMLSerializer().serializeToString(picture);

/** The file as an address that needs no network. */
async function inAddress(file: Blob): Promise<string> {
  const reader = new FileReader();
  await new Promise((resolve) => {
    reader.addEventListener('loadend', resolve);
    reader.readAsDataURL(file);
  });
  return `${reader.result as string}`;
}

/** Puts the label face into the picture: a picture that is drawn as an image sees none of the page's. */
async function withFace(picture: SVGSVGElement): Promise<SVGSVGElement> {
  const link = document.querySelector<HTMLLinkElement>('link[rel=preload][as=font]');
  if (!link) return picture;
  const face = await inAddress(await (await fetch(link.href)).blob());
  const family = picture.querySelector('text')?.getAttribute('font-family')?.split(',')[0] ?? '';
  const style = document.createElementNS(SVG, 'style');
  style.textContent = `@font-face{font-family:${family};src:url(${face});font-weight:200 800}`;
  picture.prepend(style);
  return picture;
}

async function painted(picture: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  const file = new Blob([written(await withFace(picture))], { type: 'image/svg+xml' });
  image.src = await inAddress(file);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = SCALE * image.width;
  canvas.height = SCALE * image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('Nothing was painted.'))));
  });
}

/**
 * Puts the picture that `diagram` shows on the clipboard, in the state, theme and width in which it
 * stands.
 * @throws what the browser says where it keeps the clipboard to itself.
 */
export async function copyPicture(diagram: HTMLElement, kind: 'svg' | 'png'): Promise<void> {
  const shown = [...diagram.querySelectorAll<SVGSVGElement>('figure svg')].find((picture) =>
    picture.checkVisibility(),
  );
  if (!shown) throw new Error('No picture is shown.');
  const picture = standalone(shown);
  if (kind === 'svg') await navigator.clipboard.writeText(written(picture));
  else await navigator.clipboard.write([new ClipboardItem({ 'image/png': painted(picture) })]);
}
