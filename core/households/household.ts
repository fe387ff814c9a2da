import { collection } from "../kernel/database.ts";
import type { LocalDate } from "../kernel/time.ts";

/**
 * 户: who lives behind one door. It lies in a hamlet and, through the hamlet, in a grid; so a grid that is
 * merged or split takes its households along without one of them being written.
 */
export type Household = Readonly<{
  id: string;
  villageId: string;
  hamlet: string;
  /** 门牌号, as it stands on the door: "12-3". */
  door: string;
  /** 户主: how the household is called. */
  head: string;
  phone: string;
  note: string;
  /** How many people of it are in the registers now. */
  people: number;
  /** What a search finds it by, and what a list may be narrowed to: see `words.ts`. */
  words: readonly string[];
  /** The day of the last visit; "" before the first. */
  visitedOn: LocalDate | "";
  /** Needs that a visit found and nobody has seen to yet. */
  openNeeds: number;
  /** 1, 2, 3 …: whoever writes names the one they saw, so that nobody's change is lost. */
  revision: number;
  /** Why it is not counted any more; "" while it is. */
  ended: "" | "moved" | "demolished" | "mistake";
}>;

export const households = collection<Household>("households");
