/**
 * Letters as the grammar compares them: half-width, lower case, simplified, one space for any gap. It goes
 * letter by letter and not by NFKC, which would run "①②" together into 12.
 */

/**
 * Traditional and simplified, in pairs: only the letters that stand in the grammar's own words. Any other
 * is foreign to it in both scripts, so a library's 2,600 would change nothing.
 */
const pairs =
  "過过準准駁驳銷销辦办審审頁页詳详開开確确認认貢贡獻献積积數数崗岗報报幫帮麼么說说" +
  "個个條条號号兩两從从與与餘余請请煩烦謝谢沒没別别嗎吗樣样因因為为";

const simplified = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) {
  simplified.set(pairs.charAt(at), pairs.charAt(at + 1));
}

/** A letter, and which code point of the text it comes from. */
export type Letter = Readonly<{ letter: string; from: number }>;

/** Spaces, line breaks, and what nobody sees (zero-width letters, marks of direction). */
const gap = /^[\s\p{Cc}\p{Cf}]$/u;

/** @param text in code points */
export function lettersOf(text: readonly string[]): Letter[] {
  const letters: Letter[] = [];
  for (const [from, point] of text.entries()) {
    for (const letter of foldedOf(point)) {
      if (letter !== " " || (letters.length > 0 && letters.at(-1)?.letter !== " ")) {
        letters.push({ letter, from });
      }
    }
  }
  if (letters.at(-1)?.letter === " ") letters.pop();
  return letters;
}

/** @returns usually one letter; "①" is a number that touches no other: " 1 " */
function foldedOf(point: string): string {
  if (gap.test(point)) return " ";
  const code = point.codePointAt(0) ?? 0;
  if (code >= 0x2460 && code <= 0x2473) return ` ${code - 0x245f} `;
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : point;
  return simplified.get(half) ?? (/^[A-Z]$/.test(half) ? half.toLowerCase() : half);
}

/** The text as the grammar sees it; normalising twice changes nothing more. */
export const normalise = (text: string): string =>
  lettersOf(Array.from(text))
    .map(({ letter }) => letter)
    .join("");
