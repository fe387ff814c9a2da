import { collection, type Transaction } from "../kernel/database.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Household } from "./household.ts";

/**
 * 门牌: which household is behind a door now. Its id is the place, so that two households can never share one,
 * whoever writes them, and a spreadsheet meets the household that was typed by hand. A household that moves or
 * ends leaves its door to others.
 */
export type Door = Readonly<{ id: string; villageId: string; householdId: string }>;

export const doors = collection<Door>("householdDoors");

/** No door has a "_" in it, so no two places have one id. */
export const doorId = (
  villageId: string,
  { hamlet, door }: Pick<Household, "hamlet" | "door">,
): string => `${villageId}_${door}_${hamlet}`;

/**
 * Takes the door of where a household is now, and leaves the one where it was.
 * @throws Refusal `household_there`
 */
export async function changeDoor(
  tx: Transaction,
  before: Household | undefined,
  after: Household,
): Promise<void> {
  const { villageId, id: householdId, ended } = after;
  const id = doorId(villageId, after);
  const left = before && doorId(villageId, before);
  if (left && (left !== id || ended !== "")) await tx.remove(doors, left);
  if (left === id || ended !== "") return;
  if (await tx.get(doors, id)) refuse("household_there");
  await tx.insert(doors, { id, villageId, householdId });
}
