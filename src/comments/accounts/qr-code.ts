import { html } from 'hono/html';
import { encode } from 'uqr';
import type { Html } from '../thread/comment-form.ts';

/** Clear modules on each side (ISO/IEC 18004, section 5.3.8). */
const QUIET = 4;

/** A QR code as one path; its colors are the style sheet's. */
export function qrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return html`<svg
    class="qr-code"
    viewBox="0 0 ${size} ${size}"
    width="${size}"
    height="${size}"
    role="img"
    aria-label="${label}"
    shape-rendering="crispEdges"
  >
    <path d="${path}"></path>
  </svg>`;
}
