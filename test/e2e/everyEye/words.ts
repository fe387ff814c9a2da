/** The longest words that the village takes. */

/** Letters that break nowhere. */
export const letters = "Abdureshidmuhemmettursunablimi";

/** Filled up to as many characters as a field takes; thirty is the most of a name. */
export const long = (start: string, most = 30) =>
  start.padEnd(most, "长三角生态绿色一体化发展示范区");
