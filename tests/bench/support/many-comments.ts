import type { Insertable } from 'kysely';
import type { Schema } from '../../../src/comments/store/schema.ts';
import { COMMENT_STATES } from '../../../src/comments/store/store.ts';

type Row = Insertable<Schema['comments']>;

/** Rows of one statement: fewer parameters than either database takes. */
const AT_ONCE = 200;

const TUTORIALS = ['virtualization', 'containerization', 'hybrid'];
const NAMES = ['Awa', 'Zoé', 'Bachir', 'Chloé', 'Dmitri', 'Élodie', 'Fatou', 'Gaël'];
const FRENCH =
  'le la les un une des de du et ou mais donc car est sont dans sur pour avec sans bien très plus hyperviseur machine virtuelle noyau processus image mémoire réseau disque sécurité isolation pourquoi comment quand merci question réponse exemple partage espace de noms cgroups';
const ENGLISH =
  'the a an of and or but so is are in on for with without well very more hypervisor machine virtual kernel process image memory network disk security isolation why how when thanks question answer example share namespace cgroups';
const VOCABULARY = { fr: FRENCH.split(' '), en: ENGLISH.split(' ') } as const;

/**
 * Comments as a site has them after years: most approved, one in four in English, a few authors who
 * write much and many who wrote once. The same ones each time.
 */
export function* manyComments(count: number): Generator<Row[]> {
  const random = seeded(2026);
  let rows: Row[] = [];
  for (let n = 0; n < count; n += 1) {
    rows.push(comment(n, random));
    if (rows.length === AT_ONCE || n === count - 1) {
      yield rows;
      rows = [];
    }
  }
}

function comment(n: number, random: () => number): Row {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const locale = random() < 0.25 ? 'en' : 'fr';
  const state =
    random() < 0.78 ? 'approved' : pick(COMMENT_STATES.filter((each) => each !== 'approved'));
  const words = Array.from({ length: 10 + Math.floor(random() * 90) }, () =>
    random() < 0.15 ? wordOf(random) : pick(VOCABULARY[locale]),
  );
  if (random() < 0.1) words.push('conteneur');
  if (n % 50 === 0) words.push(`unique${n / 50}`);
  const raw = words.join(' ');
  const email = `author${Math.floor(random() ** 3 * 20_000)}@example.org`;
  const signals = Math.floor(random() ** 4 * 4);
  const createdAt = 1_500_000_000_000 + n * 1_000_000 + Math.floor(random() * 1000);
  return {
    id: `bench-${n.toString(36).padStart(6, '0')}`,
    tutorial: pick(TUTORIALS),
    locale,
    name: `${pick(NAMES)} ${wordOf(random)}`,
    email,
    email_key: email,
    website: random() < 0.2 ? `https://${wordOf(random)}.example/` : null,
    raw,
    html: `<p>${raw}</p>`,
    policy_version: 1,
    created_at: createdAt,
    receipt_hash: 'a'.repeat(64),
    state,
    decided_at: state === 'pending' ? null : createdAt + 1000,
    signals: signals
      ? JSON.stringify(Array.from({ length: signals }, () => ({ rule: 'links', detail: 3 })))
      : null,
  };
}

/** A word that nobody knows, of three to ten letters. */
function wordOf(random: () => number): string {
  const letter = () => 'eaisnrtoludcmpévqfbghjxyzwk'[Math.floor(random() ** 2 * 27)] ?? 'e';
  return Array.from({ length: 3 + Math.floor(random() * 8) }, letter).join('');
}

/** Numbers from 0 to 1, the same ones each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
