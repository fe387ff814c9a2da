import { type Part, periodOf } from "../../core/board/period.ts";
import { addDays, type Instant, type LocalDate, yearOf } from "../../core/kernel/time.ts";
import type { Ask } from "./ask.ts";
import { founder, villageId, villagerOpenid } from "./village.ts";
import { morning } from "./year.ts";

/** How many days after a period the list goes up on the wall. */
const daysAfter = 5;

const quarters: readonly Part[] = ["q1", "q2", "q3", "q4"];

const months = Array.from(
  { length: 12 },
  (_, index) => `m${String(index + 1).padStart(2, "0")}` as Part,
);

/** A finished year is published as a whole, and long final. */
export const publishYear = (ask: Ask, year: number): Promise<void> =>
  publish(ask, year, "year", morning(addDays(`${year}-12-31`, daysAfter)));

/**
 * The running year: every quarter that is over, and the months since. The last one went up yesterday, so
 * that objections can be raised to it.
 */
export async function publishUntil(ask: Ask, today: LocalDate): Promise<void> {
  const year = yearOf(today);
  const over = quarters.filter((part) => periodOf(year, part, 1).until < today);
  const since = months.filter(
    (part, index) => index >= over.length * 3 && periodOf(year, part, 1).until < today,
  );
  const parts = [...over, ...since];
  for (const [index, part] of parts.entries()) {
    const wall = morning(addDays(periodOf(year, part, 1).until, daysAfter));
    const last = index === parts.length - 1;
    await publish(ask, year, part, last ? morning(addDays(today, -1)) : wall);
  }
  const [latest] = parts.slice(-1);
  if (latest) await leaveObjection(ask, `${villageId}-${year}-${latest}`, today);
}

async function publish(ask: Ask, year: number, part: Part, at: Instant): Promise<void> {
  for (let left = 1; left > 0; ) {
    left = (await ask(founder, "publishPeriod", { year, part }, at)).left;
  }
}

/** A villager without account asks about a row; the committee has still to answer. */
async function leaveObjection(ask: Ask, publicationId: string, today: LocalDate): Promise<void> {
  const about = { kind: "row", publicationId, order: 3 } as const;
  const reason = "这个月河边是好几家一起扫的，是不是只记了一个人？请核实一下。";
  const objection = { objectionId: "demo-objection", about, reason };
  await ask({ openid: villagerOpenid }, "raiseObjection", objection, morning(today));
}
