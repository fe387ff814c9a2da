import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { ListMyObjectionsInput, ListMyObjectionsOutput } from "./contract.ts";
import { objections } from "./objection.ts";
import { rowOf } from "./row.ts";

/** What this WeChat has objected to, and the answers; also for a villager without account. */
export const listMyObjections = operation({
  name: "listMyObjections",
  who: "anyone",
  input: ListMyObjectionsInput,
  output: ListMyObjectionsOutput,
  async run({ caller: { openid }, input: { skip }, at, db }) {
    if (openid === "") refuse("not_permitted");
    const found = await db.find(objections, {
      where: { openid },
      orderBy: [["raisedAt", "desc"]],
      skip,
      limit: pageLimit,
    });
    const { rows, more } = cutPage(found);
    return { rows: rows.map((one) => rowOf(one, "objector", localDate(at))), more };
  },
});
