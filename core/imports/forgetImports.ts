import type { Database } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";
import { addDays, localDate } from "../kernel/time.ts";
import { dropParts } from "./dropParts.ts";
import { imports } from "./import.ts";

/** How long a checked spreadsheet waits to be written. */
const daysMost = 14;

/** Withdraws what was left lying, and removes its people: also of a check that broke off half way. */
export async function forgetImports(db: Database, villageId: string, at: Instant): Promise<void> {
  const before = { atMost: addDays(localDate(at), -daysMost) };
  const open = { in: ["checking", "checked", "writing"] };
  await db.assign(imports, {
    where: { villageId, status: open, at: before },
    fields: { status: "withdrawn" },
  });
  await dropParts(db, { villageId, at: before });
}
