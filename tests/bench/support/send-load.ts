import { Agent, request } from 'node:http';

export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export interface LoadRequest {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form; without one the request is a GET. */
  readonly form?: Readonly<Record<string, string>>;
  /** The status that it must be answered with. */
  readonly status: number;
}

/**
 * Sends `count` requests over `connections` connections that stay open, each as soon as the one
 * before is answered. Rejects at the first answer of another status.
 */
export async function sendLoad(
  base: string,
  { count, connections }: { count: number; connections: number },
  make: (n: number) => LoadRequest,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const wanted = make(next);
      next += 1;
      const start = performance.now();
      await send(base, agent, wanted);
      times.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: count / seconds, p50: at(0.5), p99: at(0.99) };
}

function send(base: string, agent: Agent, { path, headers, form, status }: LoadRequest) {
  return new Promise<void>((resolve, reject) => {
    const body = form && new URLSearchParams(form).toString();
    const sent = request(
      base + path,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...headers,
          ...(body !== undefined && {
            'Content-Type': 'application/x-www-form-urlencoded',
            'Content-Length': Buffer.byteLength(body),
          }),
        },
      },
      (answer) => {
        answer.resume().once('end', () => {
          if (answer.statusCode === status) resolve();
          else reject(new Error(`${path} was answered with ${answer.statusCode ?? 0}`));
        });
      },
    );
    sent.once('error', reject).end(body);
  });
}
