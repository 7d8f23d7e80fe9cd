/** Pages that were fetched, by their addresses: each once a visit. */
const pages = new Map<string, Promise<Document>>();

/**
 * Another page of this site as a document. Trusted Types refuse to parse a text as HTML;
 * `responseType` has the browser itself read what the site's own server sent.
 *
 * @throws Error when it does not come.
 */
export function fetchPage(path: string): Promise<Document> {
  const coming = pages.get(path) ?? request(path);
  pages.set(path, coming);
  // Whoever tries again asks anew.
  coming.catch(() => pages.delete(path));
  return coming;
}

function request(path: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', path);
    request.responseType = 'document';
    request.onload = () => {
      const { status, responseXML: page } = request;
      if (status === 200 && page) resolve(page);
      else reject(new Error(`${path}: ${String(status)}`));
    };
    request.onerror = () => {
      reject(new Error(`${path} does not answer.`));
    };
    request.send();
  });
}
