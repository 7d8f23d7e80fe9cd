import { z } from 'zod';
import { type MailSettings, readMailFrom, readSmtpUrl } from '../mail/mail-settings.ts';
import type { RebuildSettings } from '../rebuild/rebuild-settings.ts';
import type { SpamSettings } from '../spam/spam-settings.ts';
import { isPostgresUrl } from '../store/database-place.ts';
import type { SettingName } from './settings-table.ts';

/** What the environment says, checked. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Address of a PostgreSQL database; null for the SQLite file in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Public address of the site. */
  readonly siteUrl: URL;
  /** Public address of the service. */
  readonly publicUrl: URL;
  /** Origins whose pages may talk to the service. */
  readonly origins: ReadonlySet<string>;
  readonly trustProxy: number;
  readonly secret: string | null;
  /** Whether a password alone signs nobody in. */
  readonly requireSecondFactor: boolean;
  /** Null when nothing can be mailed. */
  readonly mail: MailSettings | null;
  /** Whether a mailed link may decide on a comment without a session. */
  readonly moderateByMail: boolean;
  readonly rebuild: RebuildSettings;
  readonly spam: SpamSettings;
  /** What a reader of the metrics must show; null when nobody may read them. */
  readonly metricsToken: string | null;
}

/** Names each wrong variable, what it holds, and what it should hold. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const integer = (max: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `must be an integer from 0 to ${max}`)
    .transform(Number)
    .refine((value) => value <= max, `must be an integer from 0 to ${max}`);

const httpUrl = z
  .string()
  .refine(
    isSiteRoot,
    'must be an http or https URL without a path, such as https://strates.example',
  );

const yesOrNo = z
  .string()
  .refine((text) => text === '1' || text === '0', 'must be 1 or 0')
  .transform((text) => text === '1');

const SCHEMA = {
  HOST: z.string().regex(/^[\w.:-]+$/, 'must be an address or a host name'),
  PORT: integer(65_535),
  DATA_DIR: z.string(),
  DATABASE_URL: z
    .string()
    .refine(
      isPostgresDatabase,
      'must be the URL of a PostgreSQL database, such as postgres://user:password@localhost:5432/strates',
    ),
  SITE_URL: httpUrl,
  SITE_ORIGINS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (list) => list.every((item) => isSiteRoot(item) && new URL(item).origin === item),
      'must be origins such as https://preview.example, without a path, separated by spaces or commas',
    ),
  COMMENTS_URL: z
    .string()
    .refine(
      (text) => text === '/' || isSiteRoot(text),
      'must be / (same origin as the site) or an http or https URL without a path',
    ),
  TRUST_PROXY: integer(10),
  COMMENTS_SECRET: z.string().min(32, 'must have at least 32 characters'),
  SMTP_URL: z.string().transform((text, { addIssue }) => {
    const server = readSmtpUrl(text);
    if (server === null)
      addIssue('must be the URL of a mail server, such as smtps://user:password@mail.example');
    return server ?? z.NEVER;
  }),
  MAIL_FROM: z.string().transform((text, { addIssue }) => {
    const from = readMailFrom(text);
    if (from === null) addIssue('must be an address, such as Strates <strates@example.org>');
    return from ?? z.NEVER;
  }),
  REQUIRE_SECOND_FACTOR: yesOrNo,
  MODERATE_BY_MAIL: yesOrNo,
  REBUILD_HOOK: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .transform((text) => new URL(text)),
  REBUILD_SECRET: z.string().min(24, 'must have at least 24 characters'),
  REBUILD_COMMAND: z.string(),
  REBUILD_DELAY: integer(86_400),
  MAX_LINKS: integer(1_000),
  POW_COST: integer(99_999).refine((cost) => cost > 0, 'must be an integer from 1 to 99999'),
  CLOSE_AFTER_DAYS: integer(36_500),
  TRUST_KNOWN: yesOrNo,
  AKISMET_KEY: z.string().regex(/^[\w-]{6,64}$/, 'must be a key that Akismet gave you'),
  AKISMET_URL: httpUrl,
  METRICS_TOKEN: z.string().regex(/^\S{24,}$/, 'must have at least 24 characters and no space'),
} as const satisfies Record<SettingName, z.ZodType>;

/** Variables that hold a secret: a wrong value is not repeated. */
const HIDDEN: ReadonlySet<string> = new Set<SettingName>([
  'COMMENTS_SECRET',
  'DATABASE_URL',
  'SMTP_URL',
  'REBUILD_HOOK',
  'REBUILD_SECRET',
  'REBUILD_COMMAND',
  'AKISMET_KEY',
  'METRICS_TOKEN',
]);

type Values = { readonly [Name in SettingName]?: z.output<(typeof SCHEMA)[Name]> | undefined };

/**
 * Reads the variables of `settings-table.ts` from `env`; an empty one counts as unset.
 * `alone` tells `npm run comments` from `npm start`. Throws `SettingsError` naming all wrong ones.
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  { alone = false }: { alone?: boolean } = {},
): Settings {
  const values = readValues(env);
  const port = values.PORT ?? (alone ? 4322 : 4321);
  const siteUrl = new URL(values.SITE_URL ?? `http://localhost:${alone ? 4321 : port}`);
  const address = values.COMMENTS_URL ?? (alone ? `http://localhost:${port}` : '/');
  return {
    host: values.HOST ?? '127.0.0.1',
    port,
    dataDir: values.DATA_DIR ?? 'data',
    databaseUrl: values.DATABASE_URL ?? null,
    siteUrl,
    publicUrl: address === '/' ? new URL(siteUrl.origin) : new URL(address),
    origins: new Set([siteUrl.origin, ...(values.SITE_ORIGINS ?? [])]),
    trustProxy: values.TRUST_PROXY ?? 0,
    secret: values.COMMENTS_SECRET ?? null,
    requireSecondFactor: values.REQUIRE_SECOND_FACTOR ?? false,
    mail: mailSettings(values),
    moderateByMail: values.MODERATE_BY_MAIL ?? true,
    rebuild: {
      hook: values.REBUILD_HOOK ?? null,
      secret: values.REBUILD_SECRET ?? null,
      command: values.REBUILD_COMMAND ?? null,
      inPlace: !alone,
      delayMs: (values.REBUILD_DELAY ?? 30) * 1000,
    },
    spam: spamSettings(values),
    metricsToken: values.METRICS_TOKEN ?? null,
  };
}

function spamSettings(values: Values): SpamSettings {
  const key = values.AKISMET_KEY;
  return {
    maxLinks: values.MAX_LINKS ?? 2,
    powCost: values.POW_COST ?? 2_000,
    closeAfterDays: values.CLOSE_AFTER_DAYS ?? null,
    trustKnown: values.TRUST_KNOWN ?? false,
    akismet: key ? { key, url: new URL(values.AKISMET_URL ?? 'https://rest.akismet.com') } : null,
  };
}

function mailSettings({ SMTP_URL: smtp, MAIL_FROM: from }: Values): MailSettings | null {
  if (!smtp) return null;
  if (!from)
    throw new SettingsError(
      'Wrong configuration:\n  MAIL_FROM is not set: with SMTP_URL, mails must come from somebody, ' +
        'such as Strates <strates@example.org>.',
    );
  return { smtp, from };
}

function readValues(env: Readonly<Record<string, string | undefined>>): Values {
  const wrong: string[] = [];
  const values = Object.entries(SCHEMA).map(([name, schema]) => {
    const text = env[name]?.trim();
    if (!text) return [name, undefined];
    const result = schema.safeParse(text);
    if (result.success) return [name, result.data];
    const shown = HIDDEN.has(name) ? '(not shown)' : JSON.stringify(text);
    wrong.push(`  ${name}=${shown}: ${result.error.issues[0]?.message ?? 'is wrong'}.`);
    return [name, undefined];
  });
  if (wrong.length) throw new SettingsError(`Wrong configuration:\n${wrong.join('\n')}`);
  return Object.fromEntries(values) as Values;
}

function isPostgresDatabase(text: string): boolean {
  return isPostgresUrl(text) && URL.canParse(text) && new URL(text).pathname.length > 1;
}

function isSiteRoot(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, href, origin } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}
