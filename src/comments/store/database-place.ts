/** One SQLite file, or a PostgreSQL database by its address. */
export type DatabasePlace = { readonly file: string } | { readonly url: string };

/** Whether an operator's word names a PostgreSQL database and not a file. */
export function isPostgresUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(text);
}

/** How a place is shown: an address without the password that it may hold. */
export function placeName(place: DatabasePlace): string {
  if ('file' in place) return place.file;
  const { hostname, port, pathname } = new URL(place.url);
  return `PostgreSQL ${decodeURIComponent(hostname)}${port && `:${port}`}${pathname}`;
}
