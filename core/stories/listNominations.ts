import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { localDate } from "../kernel/time.ts";
import { ListNominationsInput, ListNominationsOutput } from "./contract.ts";
import { nominations } from "./nomination.ts";

/** For the committee alone, and never who nominated: the longest waiting first, the closed from the newest. */
export const listNominations = operation({
  name: "listNominations",
  who: ["committee"],
  input: ListNominationsInput,
  output: ListNominationsOutput,
  async run({ caller: { villageId }, input: { status, skip }, db }) {
    const found = await db.find(nominations, {
      where: { villageId, status },
      orderBy: [["nominatedAt", status === "open" ? "asc" : "desc"]],
      skip,
      limit: pageLimit,
    });
    const { rows, more } = cutPage(found);
    return {
      rows: rows.map((one) => ({
        ...{ id: one.id, name: one.name, text: one.text },
        by: one.isMember ? ("member" as const) : ("villager" as const),
        nominatedOn: localDate(one.nominatedAt),
        ...(one.status === "closed" ? { outcome: one.outcome, closedBy: one.closedBy.name } : {}),
      })),
      more,
    };
  },
});
