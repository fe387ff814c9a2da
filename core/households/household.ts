import { collection } from "../kernel/database.ts";
import type { LocalDate } from "../kernel/time.ts";
import type { Resident } from "./resident.ts";

export const householdEnds = ["moved", "demolished", "mistake"] as const;

/** What a list may be narrowed to. */
export const tags = ["representatives", "floating", "newResidents", "needs"] as const;
export type Tag = (typeof tags)[number];

/** The most people of one household: all of them move with it in one transaction. */
export const peopleMost = 60;

/**
 * 户: who lives behind one door. It lies in a hamlet and, through the hamlet, in a grid; so a grid that is
 * merged or split takes its households along without one of them being written.
 */
export type Household = Readonly<{
  id: string;
  villageId: string;
  hamlet: string;
  /** 门牌号, as it stands on the door: "12-3". No two households share one: see `door.ts`. */
  door: string;
  /** 户主: how the household is called. */
  head: string;
  phone: string;
  note: string;
  /** Its people in the registers now, as far as a list shows and a search needs them. */
  people: readonly Person[];
  /** The day of the last visit; "" before the first. */
  visitedOn: LocalDate | "";
  /** Needs that a visit found and nobody has seen to yet. */
  openNeeds: number;
  /** What a search finds it by, and its tags: made from the rest by `found.ts`. */
  words: readonly string[];
  tags: readonly Tag[];
  /** The door with its numbers padded, so that 2 stands before 10. */
  doorOrder: string;
  /**
   * 1, 2, 3 …: whoever writes names the one they saw, so that nobody's change is lost. It counts what people
   * type about the household; a visit or a change of one of its people leaves it as it is.
   */
  revision: number;
  /** Why it is not counted any more; "" while it is. */
  ended: "" | (typeof householdEnds)[number];
}>;

export type Person = Readonly<{ residentId: string }> &
  Pick<Resident, "name" | "kind" | "isRepresentative">;

export const households = collection<Household>("households");
