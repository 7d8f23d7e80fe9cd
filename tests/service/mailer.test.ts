import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JobError } from '../../src/comments/mail/job-error.ts';
import type { Mail } from '../../src/comments/mail/mail.ts';
import {
  readMailFrom,
  readSmtpUrl,
  type SmtpServer,
} from '../../src/comments/mail/mail-settings.ts';
import { createMailer, type Mailer } from '../../src/comments/mail/mailer.ts';
import { freePort } from '../support/free-port.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';

const NEVER = new AbortController().signal;

const MAIL: Mail = {
  to: 'zoe@example.org',
  locale: 'fr',
  subject: 'Réponse d’Élise : « d’accord » 🐳',
  list: 'replies',
  unsubscribe: 'https://strates.example/comments/stop/abc?a=1&b=2',
  blocks: [
    { kind: 'paragraph', text: 'Déjà là : ça y est.' },
    {
      kind: 'quote',
      text: `Une ligne de plus de mille caractères : ${'é'.repeat(1200)}`,
      lang: 'fr',
    },
    { kind: 'quote', text: '.\r\n.\r\nQUIT\r\nFrom a line', lang: 'en' },
  ],
};

let server: MailServer;
let mailer: Mailer;

function mailerFor(url: string, from = 'Strates, le cours <strates@strates.example>'): Mailer {
  const [smtp, sender] = [readSmtpUrl(url), readMailFrom(from)];
  if (!smtp || !sender) throw new Error('wrong settings');
  return createMailer({ smtp, from: sender });
}

beforeEach(async () => {
  server = await startMailServer();
  mailer = mailerFor(server.url);
});
afterEach(async () => {
  mailer.close();
  await server.stop();
});

async function refusal(sending: Promise<void>): Promise<JobError> {
  const error: unknown = await sending.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof JobError)) throw new Error('not refused', { cause: error });
  return error;
}

describe('a mail as a server receives it', () => {
  test('says who and what it is, in headers that other programs understand', async () => {
    await mailer.send(MAIL, 'job-1', NEVER);
    const [mail] = await server.received(1);
    expect([mail?.from, mail?.to]).toEqual(['strates@strates.example', ['zoe@example.org']]);
    const { email, header } = mail ?? { email: null, header: () => null };
    expect(email?.from).toMatchObject({
      name: 'Strates, le cours',
      address: 'strates@strates.example',
    });
    expect(email?.to).toEqual([{ name: '', address: 'zoe@example.org' }]);
    expect(email?.subject).toBe(MAIL.subject);
    expect(header('Message-ID')).toBe('<job-1@strates.example>');
    expect(Math.abs(Date.parse(header('Date') ?? '') - Date.now())).toBeLessThan(3_600_000);
    expect(header('MIME-Version')).toBe('1.0');
    expect(header('Auto-Submitted')).toBe('auto-generated');
    expect(header('Content-Language')).toBe('fr');
    expect(header('List-Id')).toBe('<replies.strates.example>');
    expect(header('List-Unsubscribe')).toBe(`<${MAIL.unsubscribe}>`);
    expect(header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(header('Cc') ?? header('Bcc') ?? header('Reply-To')).toBeNull();
  });

  test('has a text and a page of the same content, in UTF-8, no line too long', async () => {
    await mailer.send(MAIL, 'job-1', NEVER);
    const [mail] = await server.received(1);
    expect(mail?.header('Content-Type')).toMatch(/^multipart\/alternative;/);
    expect(mail?.raw).toMatch(/Content-Type: text\/plain; charset=utf-8/i);
    expect(mail?.raw).toMatch(/Content-Type: text\/html; charset=utf-8/i);
    expect(mail?.raw.split('\r\n').every((line) => line.length <= 998)).toBe(true);
    expect(mail?.raw).toMatch(/^[\x20-\x7E\r\n\t]*$/); // ASCII alone: no server need know 8BITMIME
    for (const part of [mail?.email.text, mail?.email.html]) {
      expect(part).toContain('Déjà là : ça y est.');
      expect(part).toContain('é'.repeat(1200));
    }
    expect(mail?.email.text?.replaceAll('\r\n', '\n')).toContain('> .\n> .\n> QUIT\n> From a line');
    expect(mail?.email.attachments).toEqual([]);
  });

  test('that nobody can unsubscribe from does not offer it', async () => {
    await mailer.send({ to: MAIL.to, locale: 'en', subject: 'Hi', blocks: [] }, 'job-2', NEVER);
    const [mail] = await server.received(1);
    expect(mail?.header('List-Unsubscribe') ?? mail?.header('List-Unsubscribe-Post')).toBeNull();
    expect(mail?.header('List-Id')).toBeNull();
  });

  test('sent again has the same Message-ID', async () => {
    await mailer.send(MAIL, 'job-1', NEVER);
    await mailer.send(MAIL, 'job-1', NEVER);
    const mails = await server.received(2);
    expect(new Set(mails.map(({ header }) => header('Message-ID'))).size).toBe(1);
  });
});

describe('no text becomes a header', () => {
  const INJECTIONS = [
    'a\r\nBcc: victim@example.org',
    'a\nBcc: victim@example.org',
    'a\rBcc: victim@example.org',
    'a\r\n\r\n<h1>body</h1>',
    'a\u0000b',
    'a\u0085b',
    'a\u2028Bcc: victim@example.org',
  ];

  test.each(INJECTIONS)('%j is refused wherever one line is wanted', async (text) => {
    for (const field of ['subject', 'to', 'list', 'unsubscribe'] as const) {
      const value = field === 'unsubscribe' ? `https://a.example/${text}` : text;
      const error = await refusal(mailer.send({ ...MAIL, [field]: value }, 'job', NEVER));
      expect(error.permanent).toBe(true);
    }
    expect((await refusal(mailer.send(MAIL, text, NEVER))).permanent).toBe(true);
    expect(server.mails).toHaveLength(0);
  });

  test.each([
    'Bcc: victim@example.org',
    '=?utf-8?Q?a=0D=0ABcc:_victim@example.org?=',
    '=?utf-8?B?DQpCY2M6IHZpY3RpbUBleGFtcGxlLm9yZw==?=',
    '"quoted" <victim@example.org>, other@example.org',
    'Élise 🐳 =?utf-8?Q?a=0D=0ABcc:_victim@example.org?= '.repeat(20).trim(),
    'x'.repeat(1500),
  ])('%j in a subject is a subject', async (subject) => {
    await mailer.send({ ...MAIL, subject }, 'job', NEVER);
    const [mail] = await server.received(1);
    expect(mail?.to).toEqual([MAIL.to]);
    expect(mail?.header('Bcc')).toBeNull();
    expect(mail?.email.subject).toBe(subject);
  });

  test.each([
    'zoe@example.org, victim@example.org',
    'zoe@example.org victim@example.org',
    '"a b" <victim@example.org>',
    '<victim@example.org>',
    '"victim@example.org x"@example.com',
    ' victim@example.org',
    '@',
    '',
  ])('%j is no recipient', async (to) => {
    const error = await refusal(mailer.send({ ...MAIL, to }, 'job', NEVER));
    expect(error.permanent).toBe(true);
    expect(error.message).not.toContain('victim');
    expect(server.connections()).toBe(0);
  });
});

describe('what a server refuses', () => {
  test.each([
    [450, false],
    [550, true],
  ])('with %i for the recipient is for good: %j', async (code, permanent) => {
    server.behave({ refuse: () => code });
    const error = await refusal(mailer.send(MAIL, 'job', NEVER));
    expect([error.message, error.permanent]).toEqual([`smtp ${code} RCPT TO`, permanent]);
    expect(error.message).not.toContain('zoe');
  });

  test('a server that is away may come back', async () => {
    const away = mailerFor(`smtp://127.0.0.1:${await freePort()}`);
    const error = await refusal(away.send(MAIL, 'job', NEVER));
    away.close();
    expect(error.permanent).toBe(false);
    expect(error.message).toMatch(/^smtp (ECONNECTION|ESOCKET|ECONNREFUSED)/);
  });

  const asFar = (port: number, changes: Partial<SmtpServer> = {}) =>
    createMailer({
      smtp: {
        host: '127.0.0.1',
        port,
        secure: false,
        requireTLS: true,
        ignoreTLS: false,
        auth: { user: 'me', pass: 'secret word' },
        ...changes,
      },
      from: { name: '', address: 'strates@strates.example' },
    });

  test('a password is kept back from a server that offers no TLS, or one that nobody vouches for', async () => {
    const vouched = await startMailServer(0, { tls: true, login: 'me:secret word' });
    const plain = await startMailServer(0, { login: 'me:secret word' });
    for (const { port } of [plain, vouched])
      for (const changes of [{}, { secure: port === vouched.port }]) {
        const far = asFar(port, changes);
        const error = await refusal(far.send(MAIL, 'job', NEVER));
        far.close();
        expect(error.permanent).toBe(false);
      }
    expect([...plain.mails, ...vouched.mails]).toEqual([]);
    await plain.stop();
    await vouched.stop();
  });

  test('a server of this machine is spoken to as it is, with its password', async () => {
    const local = await startMailServer(0, { tls: true, login: 'me:secret word' });
    const address = `127.0.0.1:${local.port}`;
    const right = mailerFor(`smtp://me:secret%20word@${address}`);
    await right.send(MAIL, 'job', NEVER);
    expect(local.mails).toHaveLength(1);
    const wrong = mailerFor(`smtp://me:other@${address}`);
    const error = await refusal(wrong.send(MAIL, 'job', NEVER));
    // Whoever mends the password finds the mail still waiting.
    expect([error.message, error.permanent]).toEqual(['smtp 535 AUTH PLAIN', false]);
    right.close();
    wrong.close();
    await local.stop();
  });
});
