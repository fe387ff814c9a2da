import type { Api } from "../../core/api.ts";
import type { Outcome } from "./deliveries";

/** What grid staff may write down where there is no signal. */
export type GridOperation =
  | "saveHousehold"
  | "moveHousehold"
  | "endHousehold"
  | "saveResident"
  | "endResident"
  | "saveEnterprise"
  | "endEnterprise"
  | "recordVisit"
  | "followUp"
  | "recordService";

/** One operation with its input, as it is kept until the village has it. */
export type GridRequest<Name extends GridOperation = GridOperation> = {
  [One in Name]: Readonly<{ operation: One; input: Api[One]["input"] }>;
}[Name];

/**
 * Something of the grid database on its way from grid staff to the village: a household at whose door they
 * stand, a visit, something done about a need.
 */
export type GridNote = Written &
  Readonly<
    | { state: "writing" }
    /** Saved by the person; goes out as soon as there is a signal. */
    | { state: "waiting" }
    /** The village said no: it is mended, or discarded. */
    | { state: "refused"; message: string }
  >;

type Written = Readonly<{
  /** Made on the phone, and the id of the change, visit or service: sending it twice does it once. */
  id: string;
  /** Of an enterprise "". */
  householdId: string;
  /** The page where it is written on; "" of what was asked for on a sheet. */
  address: string;
  /** What stands in a list of notes: "走访 · 张三" and the first words. */
  title: string;
  text: string;
  /** What the fields of that page hold; only that page knows its shape. */
  typed: unknown;
  /** What is asked of the village; there once it was saved, and as long as nobody writes on. */
  request?: GridRequest;
}>;

export const writing = (note: GridNote): GridNote => ({ ...written(note), state: "writing" });
export const waiting = (note: GridNote): GridNote => ({ ...written(note), state: "waiting" });
export const refused = (note: GridNote, message: string): GridNote => ({
  ...written(note),
  state: "refused",
  message,
});

/** Everything but what belongs to a state. */
function written(note: GridNote): Written {
  if (note.state === "refused") {
    const { state: _state, message: _message, ...rest } = note;
    return rest;
  }
  const { state: _state, ...rest } = note;
  return rest;
}

/** What the person is told of notes that went out by themselves; "" when all still wait. */
export function gridDeliveryText(outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome["kind"]) =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  if (count("refused") > 0) return "有网格记录没有存上，请到“网格住户”里看一看";
  return count("sent") > 0 ? `刚才存的${count("sent")}条网格记录已经发出去了` : "";
}
