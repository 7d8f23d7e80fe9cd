import { rememberPieces, type OpenFile } from '../file-writer.ts';
import { writeGift } from './write-gift.ts';

const pieces = rememberPieces<string>();

/** Quizzes as GIFT, one after the other: a blank line parts them, as it does their questions. */
export const openGift: OpenFile = (_, languages, context) => {
  let before = '';
  return {
    add: (quiz) => {
      const write = () => writeGift([quiz], languages, context).text;
      const piece = before + pieces(quiz, context, languages, write);
      before = '\n';
      return piece;
    },
    end: () => '',
  };
};
