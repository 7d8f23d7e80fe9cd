import { MARKUP_LIMITS } from './limits.ts';
import { PolicyError } from './policy-error.ts';
import { endTagFinder, isRawText, RAW_TEXT } from './raw-text.ts';
import type { RemovalLedger } from './removal-ledger.ts';
import { type ScannedTag, scanTag } from './scan-tag.ts';

/** References that end as they should; HTML also knows `&copy` without, which breaks addresses. */
const STRAY_AMPERSAND = /&(?!(?:[a-z][a-z\d]*|#\d+|#x[\da-f]+);)/gi;

/** What stands between `<!` and its end, and what becomes of it. */
const DECLARATIONS = [
  { name: '!--', start: /<!--/y, end: /--!?>/g, back: 2, text: false },
  { name: '!doctype', start: /<!doctype(?=[\s>])/iy, end: />/g, back: 0, text: false },
  { name: '![cdata[', start: /<!\[CDATA\[/y, end: /\]\]>/g, back: 0, text: true },
] as const;

/**
 * Decides once for every `<` and `&` whether it is markup or text, and gives HTML in which none is
 * in doubt: what is text is escaped, comments and the bodies that no browser shows are gone.
 *
 * @throws PolicyError `too-many-attributes`
 */
export function settleTags(typed: string, ledger: RemovalLedger): string {
  const text = typed.replace(STRAY_AMPERSAND, '&amp;');
  const findEndTag = endTagFinder(text);
  const findDeclaration = declarationFinder(text);
  const parts: string[] = [];
  let at = 0;
  for (let next = text.indexOf('<'); next !== -1; next = text.indexOf('<', at)) {
    parts.push(text.slice(at, next));
    const declaration = findDeclaration(next);
    if (declaration) {
      ledger.note('comment', declaration.name);
      parts.push(literal(declaration.content));
      at = declaration.end;
      continue;
    }
    const scanned = scanTag(text, next);
    at = scanned.end;
    if (scanned.kind === 'text') {
      parts.push(literal(text.slice(next, at)));
      continue;
    }
    refuseTooMany(scanned);
    const { name, closing, selfClosing } = scanned;
    // HTML takes no notice of the slash in `<script/>`; in `<code/>` it closes, as in all we allow.
    const raw = isRawText(name) && !closing && !(selfClosing && name === 'code') ? name : null;
    const endTag = raw && findEndTag(raw, at);
    if (raw === 'code') {
      const bodyEnd = endTag?.start ?? text.length;
      parts.push(text.slice(next, at), literal(text.slice(at, bodyEnd)));
      at = bodyEnd;
    } else if (raw && endTag) {
      const body = text.slice(at, endTag.start);
      const gone = RAW_TEXT[raw] === 'gone' && body.trim() !== '';
      ledger.note(gone ? 'body' : 'tag', raw);
      if (RAW_TEXT[raw] === 'literal') parts.push(literal(body));
      at = endTag.end;
    } else {
      parts.push(text.slice(next, at));
    }
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function literal(text: string): string {
  return text.replaceAll('<', '&lt;');
}

function refuseTooMany({ name, attributes }: ScannedTag): void {
  if (attributes <= MARKUP_LIMITS.attributes) return;
  throw new PolicyError('too-many-attributes', `<${name.slice(0, 20)}> has ${attributes}`);
}

/** Finds comments and the like; one that never ends is text, and none of its kind is sought again. */
function declarationFinder(text: string) {
  const endless = new Set<string>();
  return (at: number): { name: string; content: string; end: number } | null => {
    if (text[at + 1] !== '!') return null;
    for (const { name, start, end, back, text: keeps } of DECLARATIONS) {
      start.lastIndex = at;
      if (endless.has(name) || !start.test(text)) continue;
      const bodyStart = start.lastIndex;
      end.lastIndex = bodyStart - back;
      const match = end.exec(text);
      if (match) {
        const content = keeps ? text.slice(bodyStart, match.index) : '';
        return { name, content, end: end.lastIndex };
      }
      endless.add(name);
    }
    return null;
  };
}
