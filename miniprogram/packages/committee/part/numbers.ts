/** What is typed as points, "2.5" or "２.５", as integer hundredths; undefined when it is no such number. */
export function readPoints(typed: string): number | undefined {
  const text = plainDigits(typed);
  if (!/^\d{1,5}(\.\d{0,2})?$/.test(text)) return undefined;
  return Math.round(Number(text) * 100);
}

/** A whole number from 1 on; undefined for anything else. */
export function readCount(typed: string): number | undefined {
  const text = plainDigits(typed);
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}

/** A Chinese keyboard also writes full-width digits and 。for the point. */
const plainDigits = (typed: string): string =>
  typed
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/, ".");

/** 250 → "2.5", for a field that is typed into. */
export const typedPoints = (points: number | undefined): string =>
  points === undefined ? "" : String(points / 100);

/** Whether an optional field is filled in, but with what cannot be read. */
export const isUnreadable = (typed: string, read: (text: string) => number | undefined): boolean =>
  typed.trim() !== "" && read(typed) === undefined;
