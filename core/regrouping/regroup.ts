import type * as z from "zod";
import { type Grid, grids, isCurrent } from "../grids/grid.ts";
import { nothingDrawn, outlines, withOutlines } from "../grids/outlines.ts";
import type { Database, Transaction } from "../kernel/database.ts";
import { idOf } from "../kernel/ids.ts";
import { type Caller, operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { type Post, posts, postsOf, takenPlaces } from "../posts/post.ts";
import { villageById } from "../villages/village.ts";
import { RegroupInput, RegroupOutput } from "./contract.ts";
import { follow } from "./follow.ts";
import { mergedTaken, regroupedPost } from "./posts.ts";
import { merged, moved, type Pair, type Regrouping, regroupings, split } from "./regrouping.ts";

/**
 * The committee regroups the land. Grids, posts and outlines change in one transaction; members and booklets
 * follow after it, and a call that breaks off in between is finished by sending it again.
 */
export const regroup = operation({
  name: "regroup",
  who: ["committee"],
  input: RegroupInput,
  output: RegroupOutput,
  async run({ caller, input, at, db }) {
    const { villageId } = caller;
    const [{ openYear }, everyPost] = await Promise.all([
      villageById(db, villageId),
      postsOf(db, villageId),
    ]);
    const regrouping = await db.transact(async (tx) => {
      const known = await tx.get(regroupings, input.regroupingId);
      if (known && known.villageId !== villageId) refuse("already_exists");
      if (known) return known;
      const pair = await pairOf(tx, input, villageId, at);
      const made = regroupingOf(input, pair, caller, at);
      await tx.put(grids, pair.from);
      await tx.put(grids, pair.into);
      await regroupPosts(tx, everyPost, made, openYear);
      await dropOutlines(tx, made);
      await tx.insert(regroupings, made);
      return made;
    });
    if (!regrouping.done) await finish(db, regrouping, openYear);
    const { id, name, hamlets } = (await db.get(grids, regrouping.intoId)) ?? refuse("not_found");
    return { gridId: id, name, hamlets: [...hamlets] };
  },
});

type Input = z.output<typeof RegroupInput>;

async function pairOf(
  tx: Transaction,
  input: Input,
  villageId: string,
  at: Instant,
): Promise<Pair> {
  const from = await currentGrid(tx, input.gridId, villageId);
  if (input.kind !== "split") {
    const into = await currentGrid(tx, input.intoId, villageId);
    return input.kind === "merge" ? merged(from, into, at) : moved(from, into, input.hamlet);
  }
  const id = idOf.grid(villageId, input.ordinal);
  if (await tx.get(grids, id)) refuse("already_exists");
  const { ordinal, name } = input;
  return split(from, { id, ordinal, name, hamlets: [...new Set(input.hamlets)] }, at);
}

/** @throws Refusal `not_found`, also for one that was merged into another */
export async function currentGrid(tx: Transaction, id: string, villageId: string): Promise<Grid> {
  const grid = await tx.get(grids, id);
  if (grid?.villageId !== villageId || !isCurrent(grid)) refuse("not_found");
  return grid;
}

const regroupingOf = (
  input: Input,
  { from, into }: Pair,
  { villageId, id: by, name: byName }: Caller,
  at: Instant,
): Regrouping => ({
  ...{ id: input.regroupingId, villageId, kind: input.kind },
  ...{ fromId: from.id, fromName: from.name, intoId: into.id, intoName: into.name },
  hamlets: hamletsOf(input, from),
  ...{ by, byName, at, done: false },
});

function hamletsOf(input: Input, from: Grid): readonly string[] {
  if (input.kind === "merge") return from.hamlets;
  return input.kind === "split" ? [...new Set(input.hamlets)] : [input.hamlet];
}

/** @param all as they were read before: which of them are written is decided by what they are now */
async function regroupPosts(
  tx: Transaction,
  all: readonly Post[],
  regrouping: Regrouping,
  year: number,
): Promise<void> {
  const { kind, fromId, intoId } = regrouping;
  for (const { id } of all) {
    const post = (await tx.get(posts, id)) ?? refuse("not_found");
    const changed = regroupedPost(post, regrouping);
    if (changed === post) continue;
    await tx.put(posts, changed);
    if (kind !== "merge") continue;
    const both = [
      await tx.get(takenPlaces, idOf.places(id, fromId, year)),
      await tx.get(takenPlaces, idOf.places(id, intoId, year)),
    ] as const;
    for (const taken of mergedTaken(post, regrouping, year, both)) {
      await tx.put(takenPlaces, taken);
    }
  }
}

/** Their land is not what was drawn: both have to be drawn anew. */
async function dropOutlines(tx: Transaction, { villageId, fromId, intoId }: Regrouping) {
  const now = (await tx.get(outlines, villageId)) ?? nothingDrawn(villageId);
  const gone = [fromId, intoId].filter((id) => now.drawn.some(({ gridId }) => gridId === id));
  if (gone.length === 0) return;
  const changes = gone.map((gridId) => ({ gridId, outline: null }));
  await tx.put(outlines, withOutlines(now, changes));
}

async function finish(db: Database, regrouping: Regrouping, year: number): Promise<void> {
  await follow(db, regrouping, year);
  await db.transact(async (tx) => {
    const now = (await tx.get(regroupings, regrouping.id)) ?? refuse("not_found");
    await tx.put(regroupings, { ...now, done: true });
  });
}
