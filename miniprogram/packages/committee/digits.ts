/** "１２．５" → "12.5": Chinese keyboards write digits, signs and spaces full-width. */
export const plainDigits = (text: string): string =>
  text
    .replace(/[０-９．＋－]/g, (one) => String.fromCharCode(one.charCodeAt(0) - fullWidth))
    .replace(/[−–—]/g, "-")
    .replace(/\u3000/g, " ");

/** How far the full-width forms lie from ASCII. */
const fullWidth = 0xfee0;

/**
 * "2.5" → 250, "1,318" → 131800: points as somebody writes them, in hundredths.
 * @returns undefined for what is no number, or has more than two decimals
 */
export function pointsOf(typed: string): number | undefined {
  const text = plainDigits(typed).replace(/[,，\s]|分$/g, "");
  return /^[+-]?\d{1,7}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : undefined;
}

/** "12次" → 12. @returns undefined for what is no whole number from 1 on */
export function timesOf(typed: string): number | undefined {
  const text = plainDigits(typed).replace(/[\s次起回]/g, "");
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}
