import { branchesOf } from "../branches/branch.ts";
import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { awardId, entries, reversalId } from "../ledger/entry.ts";
import { shownName, villageById } from "../villages/village.ts";
import { ListHonoursInput, ListHonoursOutput } from "./contract.ts";
import { submissions } from "./submission.ts";

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
    const awards = rows.map(({ id }) => awardId(id));
    const lines = await db.find(entries, {
      where: { id: { in: [...awards, ...awards.map(reversalId)] } },
      limit: 2 * pageLimit,
    });
    const lineOf = (id: string) => lines.find((line) => line.id === id);
    return {
      read: rows.length,
      rows: rows
        .filter(({ id }) => !lineOf(reversalId(awardId(id))))
        .map(({ id, memberName, branchId, honour, honouredOn }) => ({
          name: shownName(memberName, village.settings.boardNames),
          branch: branches.find((branch) => branch.id === branchId)?.name ?? "",
          title: honour?.title ?? "",
          level: lineOf(awardId(id))?.explanation.gradeTitle ?? "",
          day: honouredOn,
        })),
      more,
    };
  },
});
