import { html } from 'hono/html';
import { avatarPlates } from './avatar-plates.ts';
import type { Html } from './comment-form.ts';

/** The picture beside a name: plates that follow from the address, else the name's first letter. */
export function avatar({ avatar, name }: { avatar: string; name: string }): Html {
  return html`<span class="comment-avatar" aria-hidden="true"
    >${avatar ? plates(avatar) : initial(name)}</span
  >`;
}

/** The first letter of a name, as a reader sees it; '' for none. */
export function initial(name: string): string {
  return [...name.trimStart()][0]?.toUpperCase() ?? '';
}

function plates(avatar: string): Html {
  return html`<svg viewBox="0 0 12 11">
    ${avatarPlates(avatar).map(({ stroke, d }) => html`<path stroke="${stroke}" d="${d}" />`)}
  </svg>`;
}
