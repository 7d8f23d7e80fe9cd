import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 } as const;

/** What a browser would not do, or an authenticator should not. */
export interface Oddity {
  readonly origin?: string;
  readonly type?: string;
  readonly rpId?: string;
  readonly verified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
}

interface Options {
  readonly challenge: string;
  readonly rpId?: string;
  readonly rp?: { readonly id?: string };
}

/** An authenticator in software with one P-256 key; answers as browsers serialize it. */
export class SoftPasskey {
  readonly id = randomBytes(32).toString('base64url');
  readonly #key: KeyObject;
  readonly #cose: Buffer;
  readonly #origin: string;
  #counter = 0;

  constructor(origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#key = privateKey;
    this.#origin = origin;
    // {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR (RFC 9053, section 7.1.1).
    this.#cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
  }

  create(options: Options, odd: Oddity = {}): string {
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, this.#cose]);
    const data = this.#authenticatorData(options, odd, attested);
    const size = Buffer.alloc(2);
    size.writeUInt16BE(data.length);
    const attestation = Buffer.concat([
      Buffer.from('a3', 'hex'),
      ...[text('fmt'), text('none'), text('attStmt'), Buffer.from('a0', 'hex'), text('authData')],
      Buffer.from('59', 'hex'),
      size,
      data,
    ]);
    return this.#json({
      clientDataJSON: this.#clientData('webauthn.create', options, odd).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  get(options: Options, userHandle: string, odd: Oddity = {}): string {
    this.#counter += 1;
    const clientData = this.#clientData('webauthn.get', options, odd);
    const data = this.#authenticatorData(options, odd);
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.#key);
    return this.#json({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: odd.userHandle ?? userHandle,
    });
  }

  #clientData(type: string, { challenge }: Options, odd: Oddity): Buffer {
    const origin = odd.origin ?? this.#origin;
    return Buffer.from(
      JSON.stringify({ type: odd.type ?? type, challenge, origin, crossOrigin: false }),
    );
  }

  #authenticatorData(options: Options, odd: Oddity, attested?: Buffer): Buffer {
    const rpId = odd.rpId ?? options.rpId ?? options.rp?.id ?? '';
    const verified = odd.verified === false ? 0 : FLAGS.verified;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(odd.counter ?? this.#counter);
    return Buffer.concat([
      sha256(Buffer.from(rpId)),
      Buffer.from([FLAGS.present | verified | (attested ? FLAGS.attested : 0)]),
      counter,
      attested ?? Buffer.alloc(0),
    ]);
  }

  #json(response: object): string {
    return JSON.stringify({
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: { credProps: { rk: true } },
      response,
    });
  }
}

/** A short CBOR text. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

function sha256(data: Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}
