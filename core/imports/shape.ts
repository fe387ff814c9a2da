import type * as z from "zod";
import { localDate } from "../kernel/time.ts";
import type { ImportShape } from "./contract.ts";
import type { Import } from "./import.ts";

/** An import as the committee sees it. */
export const shapeOf = (known: Import): z.output<typeof ImportShape> => ({
  importId: known.id,
  status: known.status,
  by: known.byName,
  on: localDate(known.at),
  rows: known.rows,
  parts: known.parts,
  compared: known.compared,
  done: known.done,
  tally: known.tally,
  problemRows: known.problemRows,
  problems: known.problems.map(({ row, column, sentence }) => ({ row, column, sentence })),
  unknownColumns: [...known.unknownColumns],
});
