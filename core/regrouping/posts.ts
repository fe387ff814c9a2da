import { idOf } from "../kernel/ids.ts";
import { nobodyYet, type Post, type Taken } from "../posts/post.ts";
import type { Regrouping } from "./regrouping.ts";

/**
 * A post after the grids were regrouped. Merged: the places of both, in the grid that stays. Split: the new
 * grid wants as many as the old one. Who has a place keeps it, and a hamlet that moves changes none.
 */
export function regroupedPost(
  post: Post,
  { kind, fromId, intoId }: Pick<Regrouping, "kind" | "fromId" | "intoId">,
): Post {
  const wantedIn = (id: string) => post.places.find(({ gridId }) => gridId === id)?.places ?? 0;
  const wanted = wantedIn(fromId);
  if (wanted === 0 || kind === "move") return post;
  if (kind === "split") {
    return { ...post, places: [...post.places, { gridId: intoId, places: wanted }] };
  }
  const others = post.places.filter(({ gridId }) => gridId !== fromId && gridId !== intoId);
  const together = { gridId: intoId, places: wanted + wantedIn(intoId) };
  return { ...post, places: [...others, together] };
}

/** How many places of a post are taken in the grid that stays, and that the other has none any more. */
export function mergedTaken(
  post: Post,
  { fromId, intoId }: Pick<Regrouping, "fromId" | "intoId">,
  year: number,
  [from, into]: readonly [Taken | undefined, Taken | undefined],
): Taken[] {
  if (!from || from.taken === 0) return [];
  const before = into ?? nobodyYet(post, intoId, year);
  return [
    { ...from, id: idOf.places(post.id, fromId, year), taken: 0 },
    { ...before, taken: before.taken + from.taken },
  ];
}
