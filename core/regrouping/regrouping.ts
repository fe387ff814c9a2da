import type { Grid, RegisterNumbers } from "../grids/grid.ts";
import { collection } from "../kernel/database.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Instant, localDate } from "../kernel/time.ts";

/**
 * 网格调整: one grid merged into another, some of its hamlets made a grid of their own, or one hamlet moved.
 * Its id is made by the phone, so that a retry finds it; `done` once everything that follows the hamlets has
 * followed.
 */
export type Regrouping = Readonly<{
  id: string;
  villageId: string;
  kind: "merge" | "split" | "move";
  fromId: string;
  fromName: string;
  intoId: string;
  intoName: string;
  hamlets: readonly string[];
  by: string;
  byName: string;
  at: Instant;
  done: boolean;
}>;

export const regroupings = collection<Regrouping>("regroupings");

/** The two grids as they are afterwards. */
export type Pair = Readonly<{ from: Grid; into: Grid }>;

/** The first grid ends and keeps its hamlets, as what was recorded in it was recorded there. */
export function merged(from: Grid, into: Grid, at: Instant): Pair {
  const entered = enteredTogether(from, into);
  return {
    from: { ...withoutNumbers(from), until: localDate(at), into: into.id },
    into: {
      ...withoutNumbers(into),
      hamlets: [...into.hamlets, ...from.hamlets],
      from: withFrom(into, from),
      ...(entered ? { entered } : {}),
    },
  };
}

/**
 * @param name of the new grid
 * @throws Refusal `unknown_hamlet`, `grid_emptied`
 */
export function split(
  from: Grid,
  { id, ordinal, name, hamlets }: Pick<Grid, "id" | "ordinal" | "name" | "hamlets">,
  at: Instant,
): Pair {
  const { villageId } = from;
  const since = localDate(at);
  return {
    from: withoutHamlets(from, hamlets),
    into: { id, villageId, ordinal, name, hamlets, since, from: [from.id] },
  };
}

/** @throws Refusal `unknown_hamlet`, `grid_emptied` */
export const moved = (from: Grid, into: Grid, hamlet: string): Pair => ({
  from: withoutHamlets(from, [hamlet]),
  into: {
    ...withoutNumbers(into),
    hamlets: [...into.hamlets, hamlet],
    from: withFrom(into, from),
  },
});

function withoutHamlets(grid: Grid, gone: readonly string[]): Grid {
  if (!gone.every((hamlet) => grid.hamlets.includes(hamlet))) refuse("unknown_hamlet");
  const hamlets = grid.hamlets.filter((hamlet) => !gone.includes(hamlet));
  if (hamlets.length === 0) refuse("grid_emptied");
  return { ...withoutNumbers(grid), hamlets };
}

const withFrom = (grid: Grid, other: Grid): readonly string[] => [
  ...new Set([...(grid.from ?? []), other.id]),
];

/** What was entered is of the land as it was. */
function withoutNumbers({ entered: _, ...grid }: Grid): Grid {
  return grid;
}

/** Two grids that were both entered are the sum of both; nobody knows what a part of one has. */
function enteredTogether({ entered: one }: Grid, { entered: other }: Grid): Grid["entered"] {
  if (!one || !other) return undefined;
  const sum = (field: keyof RegisterNumbers) => one[field] + other[field];
  return {
    ...other,
    households: sum("households"),
    residents: sum("residents"),
    representatives: sum("representatives"),
    enterprises: sum("enterprises"),
    newResidents: sum("newResidents"),
  };
}
