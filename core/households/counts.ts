import type { Turn } from "./change.ts";
import { type Counts, minus, noCounts, plus } from "./numbers.ts";
import { isNew, type Resident } from "./resident.ts";

/** By how much each hamlet's numbers change with these changes; a hamlet left and one entered are two. */
export function differencesOf(turns: readonly Turn[]): ReadonlyMap<string, Counts> {
  const differences = new Map<string, Counts>();
  for (const turn of turns) {
    const [was, is] = countsOf(turn);
    const { before, after } = turn;
    if (before) differences.set(before.hamlet, minus(at(before.hamlet), was));
    differences.set(after.hamlet, plus(at(after.hamlet), is));
  }
  return differences;

  function at(hamlet: string): Counts {
    return differences.get(hamlet) ?? noCounts;
  }
}

/** What a thing counted before it was changed, and what it counts now. */
function countsOf(turn: Turn): readonly [Counts, Counts] {
  switch (turn.kind) {
    case "household":
      return bothSides(turn, () => ({ ...noCounts, households: 1 }));
    case "enterprise":
      return bothSides(turn, () => ({ ...noCounts, enterprises: 1 }));
    case "resident":
      return bothSides(turn, countsOfResident);
  }
}

const countsOfResident = (resident: Resident): Counts => ({
  ...noCounts,
  residents: 1,
  representatives: Number(resident.isRepresentative),
  newResidents: Number(isNew(resident)),
});

/** What has ended counts nothing. */
function bothSides<T extends Readonly<{ ended: string }>>(
  { before, after }: Readonly<{ before: T | null; after: T }>,
  counted: (thing: T) => Counts,
): readonly [Counts, Counts] {
  const side = (thing: T | null) => (thing?.ended === "" ? counted(thing) : noCounts);
  return [side(before), side(after)];
}
