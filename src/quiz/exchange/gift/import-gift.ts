import { KEBAB_CASE } from '../../schema.ts';
import {
  LanguageUnknownError,
  type Imported,
  type ImportOptions,
  type Remark,
} from '../imported.ts';
import { joined, type Passage, type Reads, type SomeLocalized } from '../text/passage.ts';
import { idMaker } from '../yaml/name-ids.ts';
import type { BodySketch, QuestionSketch } from '../yaml/sketch.ts';
import { passagesOf } from './carried-text.ts';
import type { GiftBody, GiftQuestion, PlacedEntry } from './gift-question.ts';
import { readGift } from './read-gift.ts';
import { sketchBody, textOf, wordsOf, type Drawing } from './sketch-body.ts';

type Placed = PlacedEntry & { readonly kind: 'question' };

/**
 * Reads a GIFT file as questions of a quiz, as far as GIFT tells them; what it tells and a quiz
 * here cannot say is remarked. Multilang spans give both languages; without any, all texts are in
 * `locale`.
 *
 * Throws an `ImportError` with every fault of the file, and a `LanguageUnknownError`.
 */
export function importGift(source: string, { file, locale, questionId }: ImportOptions): Imported {
  const entries = readGift(source, file);
  const reads: Reads | undefined = source.includes('multilang') ? 'both' : locale;
  if (reads === undefined) throw new LanguageUnknownError(file);
  const remarks: Remark[] = [];
  const asked = entries.filter((entry): entry is Placed => entry.kind === 'question');
  const questions = inGroups(asked).flatMap((group): readonly QuestionSketch[] => {
    const [{ question, line, column }] = group;
    const say = (message: string) => {
      remarks.push({ line, column, message });
    };
    const dropped = new Set<string>();
    const drawing: Drawing = {
      reads,
      tags: question.tags,
      say,
      tellDropped: (names) => {
        names.forEach((name) => dropped.add(name));
      },
    };
    const drawn = group.length > 1 ? drawRows(group, drawing) : draw(question, drawing);
    if (drawn === undefined) return [];
    if (dropped.size > 0) {
      say(`Only the text is kept of: ${[...dropped].toSorted().join(', ')}.`);
    }
    const [, own] = pathOf(question);
    const title = own ?? question.name ?? wordsOf(drawn.prompt);
    return [{ id: questionId(title, 'question'), rev: 1, ...places(drawing), ...drawn }];
  });
  const quiz = asked.flatMap(({ question }) => pathOf(question).slice(0, 1))[0];
  return { quiz, questions, remarks };
}

/** `quiz/question/row`, where an id is of that kind. */
function pathOf({ id = '' }: GiftQuestion): readonly string[] {
  const path = id.split('/');
  return path.length > 1 && path.every((part) => KEBAB_CASE.test(part)) ? path : [];
}

type Group = readonly [Placed, ...Placed[]];

/** Statements that were rows of one question stand together again. */
function inGroups(entries: readonly Placed[]): readonly Group[] {
  const parentOf = ({ question }: Placed) => {
    const path = pathOf(question);
    return question.body.kind === 'true-false' && path.length === 3
      ? path.slice(0, 2).join('/')
      : undefined;
  };
  const groups: [Placed, ...Placed[]][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const parent = parentOf(entry);
    if (last && parent !== undefined && parentOf(last[0]) === parent) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** What tags tell of where a question belongs; other tags are remarked. */
function places({ tags, say }: Drawing): Pick<QuestionSketch, 'objective' | 'section' | 'pool'> {
  const tagged = (key: string) =>
    tags.find((tag) => tag.startsWith(`${key}:`))?.slice(key.length + 1);
  const others = tags.filter((tag) => !/^(?:objective|section|pool|type|answer):/.test(tag));
  if (others.length > 0) say(`Tags are not kept: ${others.join(', ')}.`);
  return { objective: tagged('objective'), section: tagged('section'), pool: tagged('pool') };
}

function draw(question: GiftQuestion, drawing: Drawing): BodySketch | undefined {
  const body = sketchBody(question.body, drawing);
  if (body === undefined) return undefined;
  const prompt = textOf(question.stem, drawing);
  return { ...body, prompt, ...explained(question, body, drawing) };
}

/** General feedback: an explanation, but that a list under a matching may say why of each item. */
function explained(
  { generalFeedback }: GiftQuestion,
  { items = [] }: Pick<BodySketch, 'items'>,
  drawing: Drawing,
): Pick<BodySketch, 'explain' | 'items'> {
  if (generalFeedback === undefined) return {};
  const read = passagesOf(generalFeedback, drawing.tellDropped);
  const listed = read.passages.filter(({ kind }) => kind === 'item');
  const whys = items.map((item) => reasonOf(item.text, listed));
  if (items.length === 0 || whys.includes(undefined)) {
    return { explain: joined(read, drawing.reads) };
  }
  const passages = read.passages.filter(({ kind }) => kind !== 'item');
  return {
    explain: joined({ ...read, passages }, drawing.reads),
    items: items.map((item, index) => ({ ...item, why: whys[index] })),
  };
}

/** `item — why` in the list, in every language of the item. */
function reasonOf(
  text: SomeLocalized | undefined,
  listed: readonly Passage[],
): SomeLocalized | undefined {
  const locales = (['fr', 'en'] as const).filter((locale) => text?.[locale] !== undefined);
  const begins = (passage: Passage, locale: 'fr' | 'en') =>
    passage[locale].startsWith(`${text?.[locale] ?? ''} — `);
  const found = listed.find((passage) => locales.every((locale) => begins(passage, locale)));
  return (
    found &&
    Object.fromEntries(
      locales.map((locale) => [locale, found[locale].slice((text?.[locale] ?? '').length + 3)]),
    )
  );
}

/** The last paragraph of a statement, and what stands before it. */
function parted(passages: readonly Passage[]) {
  const last = passages.at(-1)?.block;
  return {
    prompt: passages.filter(({ block }) => block !== last),
    row: passages.filter(({ block }) => block === last),
  };
}

/** Each statement ends with its row; what stands before is the question. */
function drawRows(group: Group, drawing: Drawing): BodySketch {
  const rowId = idMaker();
  const rows = group.map(({ question }) => {
    const { truth, whenWrong, whenRight } = question.body as Extract<
      GiftBody,
      { readonly kind: 'true-false' }
    >;
    const stem = passagesOf(question.stem, drawing.tellDropped);
    const text = joined({ ...stem, passages: parted(stem.passages).row }, drawing.reads);
    return {
      id: rowId(pathOf(question)[2] ?? '', 'row'),
      answer: truth,
      text,
      why: textOf(whenWrong ?? whenRight, drawing),
    };
  });
  const [{ question }] = group;
  const stem = passagesOf(question.stem, drawing.tellDropped);
  const prompt = joined({ ...stem, passages: parted(stem.passages).prompt }, drawing.reads);
  return { type: 'rows', prompt, rows, ...explained(question, {}, drawing) };
}
