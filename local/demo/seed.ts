import { initialise } from "../../cloudbase/sdk.ts";
import { localDate, yearOf } from "../../core/kernel/time.ts";
import { asking } from "./ask.ts";
import { deedsOfYear } from "./deeds.ts";
import { found } from "./found.ts";
import { settle } from "./land.ts";
import { meet } from "./meetings.ts";
import { publishUntil, publishYear } from "./publishing.ts";
import { tell } from "./stories.ts";
import facts from "./tangjiao.json" with { type: "json" };
import { people } from "./village.ts";
import { leaveWaiting } from "./waiting.ts";
import { liveThrough, morning } from "./year.ts";

/**
 * Makes the demo village through the real operations. A program of its own, run with the environment
 * that the SDK wants; prints a line of progress, and ends with 1 when anything is refused.
 */

/** What the whole current year would count; only what lies before today is recorded. */
const wholeYearPoints = 1000;

async function seed(): Promise<void> {
  initialise();
  const ask = asking();
  const now = new Date().toISOString();
  const today = localDate(now);
  const firstYear = 2013;
  const years = [
    { year: firstYear, deeds: deedsOfYear(firstYear, facts.totals[2013]) },
    { year: 2014, deeds: deedsOfYear(2014, facts.totals[2014]) },
    { year: yearOf(today), deeds: thisYearUntil(today) },
  ];
  const steps = people.length - 1 + years.reduce((sum, { deeds }) => sum + deeds.length, 0);
  const done = progress(steps);
  await found(ask, firstYear, morning(`${firstYear}-01-02`), done);
  for (const { year, deeds } of years) {
    await liveThrough(ask, year, deeds, done);
    if (year < yearOf(today)) await publishYear(ask, year);
  }
  await publishUntil(ask, today);
  await meet(ask, now, today);
  await settle(ask, today);
  await tell(ask, today);
  await leaveWaiting(ask, today);
}

const thisYearUntil = (today: string) =>
  deedsOfYear(yearOf(today), wholeYearPoints).filter((deed) => deed.workedOn < today);

/** One line that counts up; where nobody watches, a line for each quarter. */
function progress(steps: number): () => void {
  let step = 0;
  let shown = -1;
  return () => {
    const percent = Math.floor((100 * ++step) / steps);
    if (percent === shown) return;
    shown = percent;
    const text = `Making the demo village: ${percent} %`;
    if (process.stdout.isTTY) process.stdout.write(`\r${text}${percent === 100 ? "\n" : ""}`);
    else if (percent % 25 === 0) process.stdout.write(`${text}\n`);
  };
}

await seed();
