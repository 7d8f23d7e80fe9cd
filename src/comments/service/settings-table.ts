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
  {
    name: 'REQUIRE_SECOND_FACTOR',
    type: '1 or 0',
    default: '0',
    meaning:
      'With 1, a password alone signs no moderator in: who has no second factor yet sets one up at the next sign-in.',
  },
  {
    name: 'SMTP_URL',
    type: 'smtp:// or smtps:// URL',
    default: null,
    meaning:
      'The mail server, with user and password where it wants them; unset, nothing is mailed. smtps:// is TLS at once (port 465), smtp:// STARTTLS where offered (port 587), and always before a password leaves this machine.',
  },
  {
    name: 'MAIL_FROM',
    type: 'Name <address>',
    default: null,
    meaning: 'Whom mails are from. Needed with SMTP_URL.',
  },
  {
    name: 'MODERATE_BY_MAIL',
    type: '1 or 0',
    default: '1',
    meaning:
      'Whether a mail about a comment holds links that approve or reject it without signing in: each for one comment, good once, for seven days. With 0 they lead to the queue.',
  },
  {
    name: 'REBUILD_HOOK',
    type: 'http(s) URL',
    default: null,
    meaning:
      'Gets a POST when published comments have changed, to build the static pages anew, such as a build hook of your host.',
  },
  {
    name: 'REBUILD_SECRET',
    type: 'text of at least 24 characters',
    default: null,
    meaning: 'Signs those requests as Standard Webhooks has it (webhook-signature, v1).',
  },
  {
    name: 'REBUILD_COMMAND',
    type: 'command line',
    default: null,
    meaning:
      'Is run by a shell in the folder of the service when published comments have changed, by one process at a time.',
  },
  {
    name: 'REBUILD_DELAY',
    type: 'integer, 0 to 86400',
    default: '30',
    meaning:
      'Seconds without a further change before the pages are built anew; ten times as many at most.',
  },
  {
    name: 'MAX_LINKS',
    type: 'integer, 0 to 1000',
    default: '2',
    meaning:
      'More links than this in a comment are pointed out to moderators; more than five times as many are spam.',
  },
  {
    name: 'POW_COST',
    type: 'integer, 1 to 99999',
    default: '2000',
    meaning:
      'How hard a browser with JavaScript works before it sends a comment: rounds of PBKDF2, some 256 times. 2000 is about half a second of a laptop, while one types.',
  },
  {
    name: 'CLOSE_AFTER_DAYS',
    type: 'integer, 0 to 36500',
    default: null,
    meaning:
      'Closes the comments of a tutorial so many days after its last update. Moderators can keep them open, or close them earlier.',
  },
  {
    name: 'TRUST_KNOWN',
    type: '1 or 0',
    default: '0',
    meaning:
      'With 1, a comment appears at once when its author has confirmed the address in this browser, had a comment approved before, and no rule minds.',
  },
  {
    name: 'AKISMET_KEY',
    type: 'key',
    default: null,
    meaning:
      'Asks Akismet about each comment that waits, after it was stored, and moves what it takes for spam. It gets the text, the website, and your site’s address; never a name, a mail address or a network address.',
  },
  {
    name: 'AKISMET_URL',
    type: 'http(s) URL',
    default: 'https://rest.akismet.com',
    meaning: 'Where Akismet, or a service that speaks its protocol, answers.',
  },
  {
    name: 'METRICS_TOKEN',
    type: 'text of at least 24 characters',
    default: null,
    meaning:
      'Lets whoever shows it (Authorization: Bearer …) read /comments/metrics. Unset, there are no metrics.',
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
  {
    name: 'OPERATOR_NAME',
    type: 'text',
    default: null,
    meaning: 'Who answers for the site, as the privacy page names them.',
  },
  {
    name: 'OPERATOR_CONTACT',
    type: 'mail address or http(s) URL',
    default: null,
    meaning: 'Where the privacy page says to write.',
  },
] as const satisfies readonly SettingRow[];
