import type { Grid, RegisterNumbers } from "./grid.ts";

/**
 * What is shown of a grid: what was entered, until the committee goes back to counting; what is counted
 * otherwise.
 * @param counted the sum over the grid's hamlets
 */
export function shownNumbers(
  { entered }: Pick<Grid, "entered">,
  counted: RegisterNumbers,
): Readonly<{ numbers: RegisterNumbers; source: "counted" | "entered" }> {
  const { households, residents, representatives, enterprises, newResidents } = entered ?? counted;
  const numbers = { households, residents, representatives, enterprises, newResidents };
  return { numbers, source: entered ? "entered" : "counted" };
}
