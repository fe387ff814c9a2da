import type { Database } from "../kernel/database.ts";
import { collection } from "../kernel/database.ts";
import { idOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refusal.ts";

/** 岗位: a standing job that members claim for a year in a grid. */
export type Post = Readonly<{
  id: string;
  villageId: string;
  ordinal: number;
  title: string;
  duty: string;
  /** The rule under which its work is submitted. */
  ruleId: string;
  /** How many members each grid wants for it. */
  places: ReadonlyArray<Readonly<{ gridId: string; places: number }>>;
}>;

export const posts = collection<Post>("posts");

/** The limit of one query; a village has some ten posts. */
const postsMost = 200;

export const postsOf = (db: Database, villageId: string): Promise<Post[]> =>
  db.find(posts, { where: { villageId }, orderBy: [["ordinal", "asc"]], limit: postsMost });

/**
 * How many places of one post in one grid are taken in one year: a single document, so that two who
 * claim the last place at once conflict, and one of them is told that it is gone.
 */
export type Taken = Readonly<{
  id: string;
  villageId: string;
  postId: string;
  gridId: string;
  year: number;
  taken: number;
}>;

export const takenPlaces = collection<Taken>("takenPlaces");

export const nobodyYet = (post: Post, gridId: string, year: number): Taken => ({
  id: idOf.places(post.id, gridId, year),
  villageId: post.villageId,
  postId: post.id,
  gridId,
  year,
  taken: 0,
});

/** @throws Refusal `post_not_in_grid`, `post_full` */
export function takeOne(post: Post, taken: Taken): Taken {
  const wanted = post.places.find(({ gridId }) => gridId === taken.gridId);
  if (!wanted) refuse("post_not_in_grid");
  if (taken.taken >= wanted.places) refuse("post_full");
  return { ...taken, taken: taken.taken + 1 };
}

export const freeOne = (taken: Taken): Taken => ({ ...taken, taken: taken.taken - 1 });

/** All counters of a village's year: posts × grids of them at the most. */
export const takenIn = (db: Database, villageId: string, year: number): Promise<Taken[]> =>
  db.find(takenPlaces, { where: { villageId, year }, limit: 1000 });

export const takenBy = (all: readonly Taken[], postId: string, gridId: string): number =>
  all.find((taken) => taken.postId === postId && taken.gridId === gridId)?.taken ?? 0;
