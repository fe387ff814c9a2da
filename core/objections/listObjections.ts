import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { localDate } from "../kernel/time.ts";
import { ListObjectionsInput, ListObjectionsOutput } from "./contract.ts";
import { objections } from "./objection.ts";
import { rowOf } from "./row.ts";

/** What the committee has to answer, the longest waiting first; or what it has answered. */
export const listObjections = operation({
  name: "listObjections",
  who: ["committee"],
  input: ListObjectionsInput,
  output: ListObjectionsOutput,
  async run({ caller: { villageId }, input: { status, skip }, at, db }) {
    const found = await db.find(objections, {
      where: { villageId, status },
      orderBy: [["raisedAt", status === "open" ? "asc" : "desc"]],
      skip,
      limit: pageLimit,
    });
    const { rows, more } = cutPage(found);
    return { rows: rows.map((one) => rowOf(one, "committee", localDate(at))), more };
  },
});
