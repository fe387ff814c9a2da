import type { Database } from "../kernel/database.ts";
import { type Entry, entries } from "../ledger/entry.ts";

/** How far back one looks. */
const linesMost = 20;

/** From so many on it is worth a word. */
const linesLeast = 5;

/**
 * Whether two people approve one another and nobody else does: the last lines of each were all approved
 * by the other. In a small village there may be nobody else.
 */
export async function approveOneAnother(
  db: Database,
  memberId: string,
  reviewerId: string,
): Promise<boolean> {
  const [members, reviewers] = await Promise.all([
    lastLines(db, memberId),
    lastLines(db, reviewerId),
  ]);
  return onlyBy(members, reviewerId) && onlyBy(reviewers, memberId);
}

type Approved = Pick<Entry, "kind" | "approvers">;

const lastLines = (db: Database, memberId: string): Promise<Approved[]> =>
  db.findFields(
    entries,
    { where: { memberId }, orderBy: [["recordedAt", "desc"]], limit: linesMost },
    ["kind", "approvers"],
  );

/** Lines from paper and lines that undo others are no approvals. */
export function onlyBy(lines: readonly Approved[], approverId: string): boolean {
  const awards = lines.filter(({ kind }) => kind === "award");
  return (
    awards.length >= linesLeast &&
    awards.every(({ approvers }) => approvers.some(({ id }) => id === approverId))
  );
}
