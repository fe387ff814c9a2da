/**
 * A number as everybody may read it; null stands for "fewer than that, but somebody". A nought is told: it says
 * that there is nobody, so it finds nobody out. No sum over grids goes beside these numbers, since the
 * difference would tell a single hidden one.
 * @param fewerThan the village's limit; 0 hides nothing
 */
export const shownNumber = (value: number, fewerThan: number): number | null =>
  value > 0 && value < fewerThan ? null : value;
