/**
 * How grids are told apart on the map. Never by colour alone: each look has its own line as well, and each grid
 * its name. The colours differ in lightness and between blue and yellow, which all eyes see, and each stands
 * out from paper by more than 3:1.
 */
export type Look = Readonly<{ color: string; dash: readonly number[] }>;

const solid: readonly number[] = [];
const dashes: readonly number[] = [14, 7];
const dots: readonly number[] = [3, 6];

const looks: readonly Look[] = [
  { color: "#005a9c", dash: solid },
  { color: "#c44e00", dash: dashes },
  { color: "#00735a", dash: dots },
  { color: "#8f3a84", dash: solid },
  { color: "#7a5c00", dash: dashes },
  { color: "#3a2c8f", dash: dots },
  { color: "#3b3b3b", dash: solid },
  { color: "#a8323e", dash: dashes },
];

/** @param ordinal the grid's number in the village, from 1 */
export const lookOf = (ordinal: number): Look =>
  looks[(ordinal - 1) % looks.length] ?? { color: "#3b3b3b", dash: solid };
