import { counted, noCounters } from "../../core/rulebook/counters.ts";
import { profileA } from "../../core/rulebook/profileA.ts";
import { profileB } from "../../core/rulebook/profileB.ts";
import { periods, Scheme } from "../../core/rulebook/scheme.ts";
import { type Fact, score } from "../../core/rulebook/score.ts";

/** A member's year, as long as a busy one. */
const factsAYear = 50;

/** Of the processor's time, for each measurement. */
const seconds = 1;

/** A hundred rules in ten categories, a cap in every period for each of them and for everything. */
const hundredRules = Scheme.parse({
  title: "百条细则",
  scale: { per: "quarter", year: "mean", least: 0, most: 100_000 },
  caps: capsOf(50_000),
  categories: Array.from({ length: 10 }, (_, index) => ({
    ...{ id: `c${index}`, title: `类别${index}`, highestPerDeed: true, caps: capsOf(10_000) },
  })),
  rules: Array.from({ length: 100 }, (_, index) => ({
    ...{ id: `r${index}`, title: `条目${index}`, category: `c${index % 10}` },
    ...{ clause: `第${index}条`, approver: "secretary" as const, caps: capsOf(1_000) },
    grades: [{ id: "normal", title: "按要求完成", points: 200 }],
  })),
});

function capsOf(most: number) {
  return periods.map((per) => ({ per, most }));
}

/** Facts that the pure rule engine scores and counts in a second, against copying them through JSON. */
export function engine(): void {
  const facts = yearOf(profileA);
  const copied = perSecond(() => {
    for (const fact of facts) JSON.parse(JSON.stringify(fact));
  });
  console.log("\nThe rule engine: facts scored and counted a second of one processor");
  console.table(
    Object.entries({ "profile A": profileA, "profile B": profileB, "100 rules": hundredRules }).map(
      ([rulebook, scheme]) => {
        const scored = perSecond(liveYear(scheme));
        return {
          ...{ rulebook, "facts a second": Math.round(scored) },
          "time of one ÷ of a JSON copy": Number((copied / scored).toFixed(1)),
        };
      },
    ),
  );
}

/** Every rule in turn, through the months. */
const yearOf = ({ rules }: Scheme): Fact[] =>
  Array.from({ length: factsAYear }, (_, index) => {
    const rule = rules[index % rules.length];
    const month = String(1 + (index % 12)).padStart(2, "0");
    const day = `2014-${month}-${String(1 + (index % 28)).padStart(2, "0")}`;
    return {
      ...{ ruleId: rule?.id ?? "", gradeId: rule?.grades[0]?.id ?? "", quantity: 1 },
      ...{ occurredOn: day, countsOn: day, event: `e${index % 20}` },
    };
  });

function liveYear(scheme: Scheme): () => void {
  const rulebook = {
    id: "v-v1",
    villageId: "v",
    version: 1,
    effectiveFrom: "2014-01-01",
    ...scheme,
  };
  const facts = yearOf(scheme);
  return () => {
    let account = { classId: "", exemptions: [], ...noCounters };
    for (const fact of facts) {
      const { points, marks, explanation } = score(rulebook, account, fact);
      const { ruleTitle, category } = explanation;
      const { ruleId, countsOn } = fact;
      const times = 1;
      const undoes = false;
      const line = { ruleId, ruleTitle, category, countsOn, points, times, marks, undoes };
      const { byRule, marks: byMark } = counted(account, line);
      account = { classId: "", exemptions: [], byRule, marks: byMark };
    }
  };
}

/**
 * How many facts a second of the processor, whatever else the machine does. One round is a year of facts;
 * the first rounds only warm up.
 */
function perSecond(round: () => void): number {
  for (let warm = 0; warm < 200; warm++) round();
  const started = process.cpuUsage();
  let rounds = 0;
  let spent = 0;
  while (spent < seconds) {
    for (let again = 0; again < 20; again++) round();
    rounds += 20;
    const { user, system } = process.cpuUsage(started);
    spent = (user + system) / 1_000_000;
  }
  return (rounds * factsAYear) / spent;
}
