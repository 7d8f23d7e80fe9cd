import { connect } from 'node:net';
import type { FuzzedRequest } from './fuzz-requests.ts';

export interface RawAnswer {
  readonly status: number;
  readonly ms: number;
}

/** Longer than this without an answer is a service that hangs, on however busy a machine. */
const HANGS_AFTER = 30_000;

/**
 * Sends requests of a right length one behind the other over one connection, and gives the answers
 * in their order. Where the server closes, what stood behind is sent over another; null is what it
 * closed upon without a word.
 */
export async function sendFramed(
  port: number,
  requests: readonly FuzzedRequest[],
): Promise<readonly (RawAnswer | null)[]> {
  const answers: (RawAnswer | null)[] = [];
  while (answers.length < requests.length) {
    const more = await exchange(port, requests.slice(answers.length), { halfClose: false });
    const answered = more.filter((answer) => answer !== null);
    answers.push(...(answered.length ? answered : [null]));
  }
  return answers;
}

/** Sends one request that breaks the protocol, says that no more will come, and waits for the end. */
export async function sendBroken(port: number, request: FuzzedRequest): Promise<RawAnswer | null> {
  return (await exchange(port, [request], { halfClose: true }))[0] ?? null;
}

function exchange(
  port: number,
  requests: readonly FuzzedRequest[],
  { halfClose }: { halfClose: boolean },
): Promise<readonly (RawAnswer | null)[]> {
  return new Promise((resolve, reject) => {
    const answers: (RawAnswer | null)[] = [];
    let received: Buffer = Buffer.alloc(0);
    let last = performance.now();
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const settle = (): void => {
      socket.destroy();
      resolve(requests.map((_, n) => answers[n] ?? null));
    };
    socket.setTimeout(HANGS_AFTER, () => {
      socket.destroy();
      const unanswered = requests[answers.length]?.bytes.toString('latin1').slice(0, 500) ?? '';
      reject(new Error(`No answer for ${HANGS_AFTER} ms:\n${unanswered}`));
    });
    socket.on('data', (data: Buffer) => {
      received = received.length ? Buffer.concat([received, data]) : data;
      for (;;) {
        const request = requests[answers.length];
        const answer = request && readAnswer(received, request.method === 'HEAD');
        if (!answer) break;
        received = received.subarray(answer.bytes);
        // What the server says on the way, such as 100 Continue.
        if (answer.status < 200) continue;
        const now = performance.now();
        answers.push({ status: answer.status, ms: now - last });
        last = now;
      }
      if (answers.length === requests.length) settle();
    });
    socket.once('end', settle);
    socket.once('error', settle);
    const bytes = Buffer.concat(requests.map((request) => request.bytes));
    if (halfClose) socket.end(bytes);
    else socket.write(bytes);
  });
}

/** The first answer in `received`, when it is whole. */
function readAnswer(received: Buffer, toHead: boolean): { status: number; bytes: number } | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = received.subarray(0, headEnd).toString('latin1');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  const start = headEnd + 4;
  if (toHead || status < 200 || status === 204 || status === 304) return { status, bytes: start };
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length !== undefined) {
    const bytes = start + Number(length);
    return received.length >= bytes ? { status, bytes } : null;
  }
  if (!/^transfer-encoding: *chunked/im.test(head)) return { status, bytes: start };
  return readChunks(received, start, status);
}

function readChunks(
  received: Buffer,
  start: number,
  status: number,
): { status: number; bytes: number } | null {
  let at = start;
  for (;;) {
    const lineEnd = received.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(received.subarray(at, lineEnd).toString('latin1'), 16);
    at = lineEnd + 2 + size + 2;
    if (received.length < at) return null;
    if (size === 0) return { status, bytes: at };
  }
}
