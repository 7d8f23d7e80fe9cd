import type { Page, Request } from 'playwright-core';

/**
 * Tells of a request that was broken off whether that is because its page was left: it belongs to a
 * document that is gone, or another document is on its way. Watch a page before it goes anywhere.
 */
export function watchLeaving(page: Page): (request: Request) => boolean {
  const documentOf = new WeakMap<Request, number>();
  let document = 0;
  let onItsWay: Request | null = null;
  const isLeaving = (request: Request): boolean =>
    request.isNavigationRequest() && request.frame() === page.mainFrame();
  page.on('request', (request) => {
    documentOf.set(request, document);
    if (isLeaving(request)) onItsWay = request;
  });
  page.on('framenavigated', (frame) => {
    // To another place of the same document nothing is on its way.
    if (frame !== page.mainFrame() || onItsWay === null) return;
    document += 1;
    onItsWay = null;
  });
  // A page that is not there, that has no body, or that becomes a download.
  page.on('requestfailed', (request) => {
    if (request === onItsWay) onItsWay = null;
  });
  return (request) =>
    isLeaving(request) || onItsWay !== null || (documentOf.get(request) ?? document) < document;
}
