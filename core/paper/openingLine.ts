import { pointsText } from "../kernel/points.ts";
import { lastDayOf } from "../kernel/time.ts";
import type { Account } from "../ledger/account.ts";
import type { Line } from "../ledger/entry.ts";
import { type Rulebook, ruleById } from "../rulebook/rulebook.ts";
import type { Confirmed, PaperLine } from "./paper.ts";

/** One opening line a rule and account: the id makes a second one impossible. */
export const openingId = (accountId: string, ruleId: string): string =>
  `opening-${accountId}-${ruleId}`;

/**
 * The line that a row of a paper booklet becomes. It counts on the year's last day, as the paper does not
 * say when each thing was done, and no cap looks at it: the paper's number is the record.
 */
export function openingLine(
  account: Account,
  { ruleId, times, points }: PaperLine,
  { batchId, year, enteredBy, decidedBy, decidedAt }: Confirmed,
  rulebook: Rulebook,
): Line {
  const rule = ruleById(rulebook, ruleId);
  const lastDay = lastDayOf(year, rulebook.yearStart);
  const counted = `${times}次，共${points < 0 ? "扣" : ""}${pointsText(Math.abs(points))}分`;
  return {
    id: openingId(account.id, ruleId),
    ...{ villageId: account.villageId, accountId: account.id, memberId: account.memberId, year },
    ...{ branchId: account.branchId, gridId: account.gridId },
    kind: "opening",
    source: { kind: "paper", id: batchId },
    ...{ ruleId, gradeId: "", quantity: 1, event: "", times, points, marks: [] },
    ...{ occurredOn: lastDay, countsOn: lastDay, recordedAt: decidedAt },
    approvers: [enteredBy, decidedBy],
    explanation: {
      rulebookId: rulebook.id,
      rulebookVersion: rulebook.version,
      rulebookTitle: rulebook.title,
      ...{ clause: rule.clause, ruleTitle: rule.title, category: rule.category },
      ...{ gradeId: "", gradeTitle: "" },
      ...{ quantity: 1, unit: "", base: points, highestBefore: 0, limits: [], points },
      sentence: `据${year}年纸质一本通：${rule.title}${counted}。`,
    },
  };
}
