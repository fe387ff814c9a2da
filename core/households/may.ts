import { type Grid, gridWithHamlet } from "../grids/grid.ts";
import type { Caller } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";

/** Grid staff work in their own grid, the committee in every one. */
export const isOver = ({ roles, gridId }: Caller, id: string): boolean =>
  roles.includes("committee") || gridId === id;

/**
 * The grid of a hamlet that the caller may work in.
 * @throws Refusal `unknown_hamlet`, `other_grid`
 */
export function gridOver(caller: Caller, grids: readonly Grid[], hamlet: string): Grid {
  const grid = gridWithHamlet(grids, hamlet) ?? refuse("unknown_hamlet");
  if (!isOver(caller, grid.id)) refuse("other_grid");
  return grid;
}

/**
 * The grid whose list is asked for; the caller's own when none is named.
 * @throws Refusal `not_found`, `other_grid`
 */
export function gridAsked(caller: Caller, grids: readonly Grid[], id = caller.gridId): Grid {
  const grid = grids.find((one) => one.id === id) ?? refuse("not_found");
  if (!isOver(caller, grid.id)) refuse("other_grid");
  return grid;
}

/**
 * The hamlets that a list is about: one of the grid's, or all.
 * @throws Refusal `other_grid` for one that the grid does not have
 */
export function narrowed({ hamlets }: Grid, hamlet: string | undefined): readonly string[] {
  if (hamlet === undefined) return hamlets;
  return hamlets.includes(hamlet) ? [hamlet] : refuse("other_grid");
}
