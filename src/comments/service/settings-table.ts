/** One variable of the environment that the service reads, as the manual shows it. */
export interface SettingRow {
  readonly name: string;
  readonly type: string;
  /** As one would write it; null when the variable may stay unset. */
  readonly default: string | null;
  readonly meaning: string;
}

/** Every variable, in the order in which an operator meets them. */
export const SETTINGS = [
  {
    name: 'HOST',
    type: 'address or host name',
    default: '127.0.0.1',
    meaning: 'Where to listen. Only this machine by default; `0.0.0.0` behind no proxy.',
  },
  {
    name: 'PORT',
    type: 'integer, 0 to 65535',
    default: '4321',
    meaning: '`npm run comments` alone listens on 4322, beside `npm run dev`. 0 takes a free port.',
  },
  {
    name: 'DATA_DIR',
    type: 'folder',
    default: 'data',
    meaning: 'Holds the database and the secret. Created when missing; back it up.',
  },
  {
    name: 'DATABASE_URL',
    type: 'postgres:// URL',
    default: null,
    meaning:
      'Keeps comments in this PostgreSQL database, which several processes may share, and not in DATA_DIR/comments.sqlite.',
  },
  {
    name: 'SITE_URL',
    type: 'http(s) URL',
    default: 'http://localhost:4321',
    meaning: 'Public address of the site: links lead there, and its pages may talk to the service.',
  },
  {
    name: 'SITE_ORIGINS',
    type: 'origins, separated by spaces or commas',
    default: null,
    meaning: 'Further origins whose pages may talk to the service, such as a preview host.',
  },
  {
    name: 'COMMENTS_URL',
    type: 'http(s) URL, or / for the same origin as the site',
    default: '/ with npm start, http://localhost:4322 alone',
    meaning:
      'Public address of the service. The build reads it too: unset, pages carry no comment form.',
  },
  {
    name: 'TRUST_PROXY',
    type: 'integer, 0 to 10',
    default: '0',
    meaning:
      'How many proxies stand in front and add to X-Forwarded-For. 0 ignores that header, which anybody can forge.',
  },
  {
    name: 'COMMENTS_SECRET',
    type: 'text of at least 32 characters',
    default: 'made at the first start, kept in DATA_DIR/secret',
    meaning:
      'Keys the hashes of visitors’ addresses and the receipts of comments. Give several processes the same one.',
  },
] as const satisfies readonly SettingRow[];

export type SettingName = (typeof SETTINGS)[number]['name'];

/** Variables that only the build of the site reads. */
export const BUILD_SETTINGS = [
  {
    name: 'COMMENTS_FILE',
    type: 'JSON file',
    default: null,
    meaning:
      'Approved comments to bake into the pages, in the shape of /comments/approved.json. Stands before COMMENTS_URL.',
  },
  {
    name: 'COMMENTS_OPTIONAL',
    type: '1 or unset',
    default: null,
    meaning:
      'Set to 1, a service that does not answer leaves comments out instead of failing the build.',
  },
] as const satisfies readonly SettingRow[];
