import type { Transaction } from "../kernel/database.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Household } from "./household.ts";
import { type Resident, residents } from "./resident.ts";

/** A household's people, whole, one after another: requests of one transaction do not run side by side. */
export async function peopleOf(tx: Transaction, { people }: Household): Promise<Resident[]> {
  const found: Resident[] = [];
  for (const { residentId } of people) {
    found.push((await tx.get(residents, residentId)) ?? refuse("not_found"));
  }
  return found;
}
