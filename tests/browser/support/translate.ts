import type { Page } from 'playwright-core';

/**
 * Replaces every text node of the page, as a translator in the browser does: `texts` becomes
 * `<font>[texts]</font>`.
 */
export function translate(page: Page): Promise<void> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest('script, svg, option')) continue;
      const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      font.textContent = `[${text.data.trim()}]`;
      text.replaceWith(font);
    }
  });
}
