import { branchesOf } from "../branches/branch.ts";
import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { awardId, entries, reversalId } from "../ledger/entry.ts";
import { type Rulebook, rulebooks } from "../rulebook/rulebook.ts";
import { shownName, villageById } from "../villages/village.ts";
import { ListHonoursInput, ListHonoursOutput } from "./contract.ts";
import { lineSource, type Submission, submissions } from "./submission.ts";

/** 荣誉册: the village's honours, for everybody to read, the newest first. One that was undone is left out. */
export const listHonours = operation({
  name: "listHonours",
  who: "anyone",
  input: ListHonoursInput,
  output: ListHonoursOutput,
  async run({ input: { villageId, skip }, db }) {
    const [village, branches, found] = await Promise.all([
      villageById(db, villageId),
      branchesOf(db, villageId),
      db.find(submissions, {
        where: { villageId, status: "approved", honouredOn: { above: "" } },
        orderBy: [["honouredOn", "desc"]],
        skip,
        limit: pageLimit,
      }),
    ]);
    const { rows, more } = cutPage(found);
    const [undone, books] = await Promise.all([undoneAmong(db, rows), rulebooksOf(db, rows)]);
    return {
      read: rows.length,
      rows: rows
        .filter((row) => !undone.has(awardId(lineSource(row))))
        .map((row) => ({
          name: shownName(row.memberName, village.settings.boardNames),
          branch: branches.find(({ id }) => id === row.branchId)?.name ?? "",
          title: row.honour?.title ?? "",
          level: levelOf(row, books),
          day: row.honouredOn,
        })),
      more,
    };
  },
});

/** The lines among these submissions' that were undone, by id. */
async function undoneAmong(db: Database, rows: readonly Submission[]): Promise<Set<string>> {
  const ids = rows.map((row) => reversalId(awardId(lineSource(row))));
  const query = { where: { id: { in: ids } }, limit: pageLimit };
  const reversals = await db.findFields(entries, query, ["source"]);
  return new Set(reversals.map(({ source }) => source.id));
}

const rulebooksOf = (db: Database, rows: readonly Submission[]): Promise<Rulebook[]> =>
  db.find(rulebooks, {
    where: { id: { in: [...new Set(rows.map(({ rulebookId }) => rulebookId))] } },
    limit: pageLimit,
  });

/** The level that it was approved at; "" where the rulebook knows one level only. */
function levelOf(row: Submission, books: readonly Rulebook[]): string {
  const rule = books
    .find(({ id }) => id === row.rulebookId)
    ?.rules.find(({ id }) => id === row.ruleId);
  if (!rule || rule.grades.length < 2 || row.status !== "approved") return "";
  return rule.grades.find(({ id }) => id === row.gradeId)?.title ?? "";
}
