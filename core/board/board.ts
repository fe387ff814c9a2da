/**
 * Ranks as on the wall: ties share a rank, and the next one counts everybody before it (1, 2, 2, 4).
 * @param values sorted from the most
 * @param above how many stand above the first of them
 */
export function ranks(values: readonly number[], above: number): number[] {
  let rank = above + 1;
  return values.map((value, index) => {
    if (index > 0 && value !== values[index - 1]) rank = above + index + 1;
    return rank;
  });
}
