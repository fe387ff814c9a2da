import type * as z from "zod";
import { operation } from "../kernel/operation.ts";
import { type RefusalCode, refuse, sentences } from "../kernel/refusal.ts";
import { ImportOutlinesInput, ImportOutlinesOutput } from "./contract.ts";
import { type Land, readGeojson } from "./geojson.ts";
import { type Grid, gridsOf } from "./grid.ts";
import { flawOf, type Place, placeText } from "./outline.ts";
import {
  type Drawn,
  flawBeside,
  isSameOutline,
  nothingDrawn,
  type Outlines,
  outlineOf,
  outlines,
  withOutlines,
} from "./outlines.ts";

type Feature = z.output<typeof ImportOutlinesOutput>["features"][number];

/** Outlines from a file: first a dry run that says what each feature would change, then all or nothing. */
export const importOutlines = operation({
  name: "importOutlines",
  who: ["committee"],
  input: ImportOutlinesInput,
  output: ImportOutlinesOutput,
  async run({ caller: { villageId }, input: { geojson, coordinates, write }, db }) {
    const lands = readGeojson(geojson, coordinates);
    const grids = await gridsOf(db, villageId);
    const drawing = (now: Outlines | undefined) =>
      drawnFrom(lands, grids, now ?? nothingDrawn(villageId));
    if (!write) {
      const { features } = drawing(await db.get(outlines, villageId));
      return { written: false, features };
    }
    return db.transact(async (tx) => {
      const { next, features } = drawing(await tx.get(outlines, villageId));
      const bad = features.find(({ change }) => change === "refused");
      if (bad) refuse(bad.code as RefusalCode, bad.place && placeText(bad.place));
      if (features.some(({ change }) => change !== "same")) await tx.put(outlines, next);
      return { written: true, features };
    });
  },
});

/**
 * What a file makes of the village's outlines. Lands are measured against one another and against the grids
 * that the file leaves alone, not against what it replaces.
 */
function drawnFrom(
  lands: readonly Land[],
  grids: readonly Grid[],
  now: Outlines,
): { next: Outlines; features: Feature[] } {
  const found = lands.map((land) => gridNamed(grids, land.name));
  const current = new Set(grids.map(({ id }) => id));
  const replaced = new Set(found.map((grid) => grid?.id));
  const left = now.drawn.filter(({ gridId }) => !replaced.has(gridId));
  let beside: Pick<Outlines, "drawn"> = { drawn: left };
  const changes: Drawn[] = [];
  const features = lands.map((land, index): Feature => {
    const { name, outline, flaw: own } = land;
    const grid = found[index];
    const shape = {
      ...{ name, corners: outline.flat().length },
      ...(grid ? { grid: grid.name } : {}),
      ...(flawOf(outline)?.code === "outline_corners" ? {} : { outline }),
    };
    if (!grid) return { ...shape, ...refusedBy("unknown_grid", outline[0]?.[0]) };
    if (found.indexOf(grid) < index)
      return { ...shape, ...refusedBy("duplicate_id", outline[0]?.[0]) };
    if (own) return { ...shape, ...refusedBy(own, outline[0]?.[0]) };
    const flaw = flawBeside(beside, grid.id, outline, current);
    if (flaw) {
      const other = grids.find(({ id }) => id === flaw.with)?.name;
      return { ...shape, ...refusedBy(flaw.code, flaw.place), ...(other ? { with: other } : {}) };
    }
    beside = { drawn: [...beside.drawn, { gridId: grid.id, outline }] };
    const before = outlineOf(now.drawn, grid.id);
    if (isSameOutline(before, outline)) return { ...shape, change: "same" };
    changes.push({ gridId: grid.id, outline });
    return { ...shape, change: before ? "changed" : "new" };
  });
  return { next: withOutlines(now, changes), features };
}

const gridNamed = (grids: readonly Grid[], name: string): Grid | undefined =>
  grids.find((grid) => grid.name === name || String(grid.ordinal) === name);

const refusedBy = (code: RefusalCode, place: Place | undefined) => ({
  change: "refused" as const,
  code,
  message: sentences[code],
  ...(place ? { place } : {}),
});
