import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived: the bytes, their parts, and whom the envelope named. */
export interface ReceivedMail {
  readonly raw: string;
  readonly email: Email;
  readonly from: string;
  readonly to: readonly string[];
  /** The value of a header, as it stands in the raw mail but unfolded; null when there is none. */
  readonly header: (name: string) => string | null;
  /** Every `http` address in the HTML part. */
  readonly links: readonly string[];
}

export interface MailServer {
  /** As `SMTP_URL` says it. */
  readonly url: string;
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Resolves with all mails once there are `count` of them. */
  readonly received: (count: number) => Promise<readonly ReceivedMail[]>;
  /** How it answers from now on: whom it refuses, with which reply, and when it takes the text. */
  readonly behave: (how: Behavior) => void;
  /** Connections that came so far. */
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
}

export interface Behavior {
  /** A reply code for a recipient, such as 451 or 550; null takes the mail. */
  readonly refuse?: (address: string) => number | null;
  /** The reply to the text is held back until this resolves. */
  readonly hold?: Promise<unknown>;
}

interface Options {
  /** Offers STARTTLS, with a certificate that nobody vouches for. */
  readonly tls?: boolean;
  /** `user:password` that it asks for. */
  readonly login?: string;
}

/** A real SMTP server on the loopback that keeps every mail it takes. */
export async function startMailServer(port = 0, options: Options = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  let behavior: Behavior = {};
  let connections = 0;
  const server = new SMTPServer({
    authOptional: options.login === undefined,
    allowInsecureAuth: true,
    disabledCommands: options.tls === true ? [] : ['STARTTLS'],
    onAuth({ username, password }, _session, callback) {
      if (`${username}:${password}` === options.login) callback(null, { user: username });
      else callback(new Error('Wrong password'));
    },
    disableReverseLookup: true,
    onConnect(_session, callback) {
      connections += 1;
      callback();
    },
    onRcptTo({ address }, _session, callback) {
      const code = behavior.refuse?.(address) ?? null;
      callback(
        code === null
          ? null
          : Object.assign(new Error(`${address} is not wanted`), { responseCode: code }),
      );
    },
    onData(stream, { envelope }, callback) {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push(await readMail(Buffer.concat(chunks), { from, to }));
        await behavior.hold;
        callback();
        // A sender that was killed leaves half a mail, which is none.
      })().catch(callback);
    },
  });
  // A client that was killed in the middle of a mail.
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const taken = (listening.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    port: taken,
    mails,
    async received(count) {
      while (mails.length < count) await wait(10);
      return mails;
    },
    behave(how) {
      behavior = how;
    },
    connections: () => connections,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        for (const connection of server.connections as Set<{ close(): void }>) connection.close();
      }),
  };
}

async function readMail(
  bytes: Buffer,
  envelope: { from: string; to: readonly string[] },
): Promise<ReceivedMail> {
  const raw = bytes.toString('latin1');
  const email = await PostalMime.parse(bytes);
  const head = (raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n(?=[ \t])/g, '');
  const lines = head.split('\r\n').map((line) => /^([^:]+):\s*(.*)$/s.exec(line));
  return {
    raw,
    email,
    ...envelope,
    header: (name) =>
      lines.find((line) => line?.[1]?.toLowerCase() === name.toLowerCase())?.[2] ?? null,
    links: [...(email.html ?? '').matchAll(/href="(http[^"]+)"/g)].map((match) =>
      (match[1] ?? '').replaceAll('&amp;', '&'),
    ),
  };
}
