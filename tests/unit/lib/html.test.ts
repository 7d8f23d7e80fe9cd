import { expect, test } from 'vitest';
import { attributes, html, raw } from '../../../src/lib/html.ts';

const HOSTILE = `"><script>alert('x')</script>&`;
const ESCAPED = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;';

test('texts are escaped wherever they stand, finished markup and its lists are not', () => {
  const inner = html`<b>${HOSTILE}</b>`;
  expect(html`<a href="${HOSTILE}">${inner}${[inner, raw('<i>')]}${3}</a>`.html).toBe(
    `<a href="${ESCAPED}"><b>${ESCAPED}</b><b>${ESCAPED}</b><i>3</a>`,
  );
  expect(html`<a ${attributes({ id: HOSTILE, 'data-n': 1 })}></a>`.html).toBe(
    `<a id="${ESCAPED}" data-n="1"></a>`,
  );
});

test('what only lays a template out is not written; what a value holds is', () => {
  const written = html`
    <p>
      one
      <br />
      ${' two\n '}
    </p>
  `;
  expect(written.html).toBe('<p>one<br> two\n </p>');
});
