import { createTransport } from 'nodemailer';
import { cleanEmail } from '../policy/index.ts';
import { encodeWords } from './encode-words.ts';
import { JobError } from './job-error.ts';
import type { Mail } from './mail.ts';
import type { MailSettings } from './mail-settings.ts';
import { renderMail } from './render-mail.ts';

/** What hands mails to the operator's mail server. */
export interface Mailer {
  /**
   * Sends one mail; `id` names it, so that a second delivery of the same is known as a twin.
   *
   * @throws JobError permanent when the server refuses this recipient or this text for good.
   */
  send(mail: Mail, id: string, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Milliseconds: a server that takes longer is as good as away. */
const PATIENCE = { connect: 15_000, greet: 15_000, idle: 30_000 } as const;

/** Connections kept; mails of a small site are few. */
const CONNECTIONS = 2;

/** Of the server's refusals (5xx), those of these commands are about the mail and not about us. */
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(['RCPT TO', 'DATA']);

/** A mailer for one SMTP server, with what each mail of ours says of itself. */
export function createMailer({ smtp, from }: MailSettings): Mailer {
  const transport = createTransport({
    ...smtp,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: PATIENCE.connect,
    greetingTimeout: PATIENCE.greet,
    socketTimeout: PATIENCE.idle,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    async send(mail, id, signal) {
      const to = oneAddress(mail.to);
      const message = {
        from,
        to: { name: '', address: to },
        envelope: { from: from.address, to: [to] },
        subject: encodeWords(oneLine(mail.subject)),
        messageId: `<${oneLine(id)}@${host}>`,
        headers: headersOf(mail, host),
        encoding: 'quoted-printable' as const,
        ...renderMail(mail),
      };
      await transport.sendMail({ ...message, signal }).catch((error: unknown) => {
        throw refusal(error);
      });
    },
    close: () => {
      transport.close();
    },
  };
}

/**
 * No person wrote this mail, and none is to be answered by a machine (RFC 3834); it belongs to a
 * list that one leaves with one click (RFC 2369, RFC 2919, RFC 8058).
 */
function headersOf({ list, unsubscribe, locale }: Mail, host: string): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': locale,
    ...(list !== undefined && { 'List-Id': `<${oneLine(list)}.${host}>` }),
    ...(unsubscribe !== undefined && {
      'List-Unsubscribe': `<${new URL(oneLine(unsubscribe)).href}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

/** A header is one line: whatever holds another never becomes a mail. */
function oneLine(text: string): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(text))
    throw new JobError('a header of several lines', { permanent: true });
  return text;
}

/** What a list of addresses, or a name and an address, would be read as is decided by nobody else. */
function oneAddress(text: string): string {
  const address = cleanEmail(text);
  if (!address.ok || address.value !== text)
    throw new JobError('a recipient that is no address', { permanent: true });
  return address.value;
}

function refusal(error: unknown): JobError {
  const {
    code,
    command = '',
    responseCode,
  } = error as {
    code?: string;
    command?: string;
    responseCode?: number;
  };
  const refused = responseCode !== undefined && responseCode >= 500;
  const what = [responseCode ?? code ?? 'failed', command].filter(Boolean).join(' ');
  return new JobError(`smtp ${what}`, {
    permanent: refused && ABOUT_THE_MAIL.has(command),
    cause: error,
  });
}
