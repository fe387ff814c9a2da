/** A picture as decoders give it: rows from the top, four bytes a pixel (red, green, blue, alpha). */
export type Picture = Readonly<{ width: number; height: number; data: Uint8Array }>;

const rows = 8;
const columns = 9;

/**
 * The print of a picture (perceptual hash, "dHash"): the picture as 9 × 8 grey fields, and for each
 * field whether its right neighbour is brighter. Quality, size and brightness leave that nearly as it
 * was; cutting off a tenth of the picture does not.
 * @param picture at least 9 × 8 pixels; transparency is ignored
 * @returns 64 bits as 16 hex digits, row by row
 */
export function printOf(picture: Picture): string {
  const bits = range(rows).flatMap((row) => {
    const greys = range(columns).map((column) => greyOf(picture, row, column));
    return greys.slice(1).map((grey, left) => (grey > (greys[left] ?? 0) ? "1" : "0"));
  });
  return BigInt(`0b${bits.join("")}`)
    .toString(16)
    .padStart(16, "0");
}

/**
 * The mean brightness of one field. The weights are those of the eye (ITU-R BT.601), in thousandths:
 * sums of whole numbers are exact, so that a plain surface has the same grey everywhere.
 */
function greyOf({ width, height, data }: Picture, row: number, column: number): number {
  const [top, bottom] = part(row, rows, height);
  const [left, right] = part(column, columns, width);
  let sum = 0;
  for (let y = top; y < bottom; y++) {
    const end = (y * width + right) * 4;
    for (let at = (y * width + left) * 4; at < end; at += 4) {
      sum += 299 * (data[at] ?? 0) + 587 * (data[at + 1] ?? 0) + 114 * (data[at + 2] ?? 0);
    }
  }
  return sum / ((bottom - top) * (right - left));
}

/** Where the `index`-th of so many equal parts of a length begins, and where the next one does. */
const part = (index: number, parts: number, length: number): [number, number] => [
  Math.floor((index * length) / parts),
  Math.floor(((index + 1) * length) / parts),
];

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
