import { branchesOf } from "../branches/branch.ts";
import { operation } from "../kernel/operation.ts";
import { cutPage } from "../kernel/paging.ts";
import { localDate } from "../kernel/time.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { ListActivitiesInput, ListActivitiesOutput } from "./contract.ts";
import { comingFor, isReviewer, pastFor, rowsFor, toConfirmBy } from "./lists.ts";
import { yearCalendar } from "./yearCalendar.ts";

/**
 * What is to come and what was: the village's and the own branch's, everything for the committee; with
 * what the year requires and what of it is missing. Further pages hold what was, alone.
 */
export const listActivities = operation({
  name: "listActivities",
  who: ["member"],
  input: ListActivitiesInput,
  output: ListActivitiesOutput,
  async run({ caller, input: { skip }, at, db }) {
    const { villageId } = caller;
    const [branches, past, top] = await Promise.all([
      branchesOf(db, villageId),
      pastFor(db, caller, skip),
      skip === 0 ? topOf() : { coming: [], toConfirm: [], calendar: undefined },
    ]);
    const page = cutPage(past);
    const { coming, toConfirm, calendar } = top;
    const shown = [...coming, ...toConfirm, ...page.rows];
    const rowOf = await rowsFor(db, shown, branches, caller, at);
    return {
      ...{ now: at, more: page.more, mayPlan: isReviewer(caller) },
      ...{ coming: coming.map(rowOf), toConfirm: toConfirm.map(rowOf) },
      past: page.rows.map(rowOf),
      ...(calendar ? { calendar } : {}),
    };

    async function topOf() {
      const today = localDate(at);
      const rulebook = await rulebookOn(db, villageId, today);
      const [coming, toConfirm, calendar] = await Promise.all([
        comingFor(db, caller),
        toConfirmBy(db, caller),
        yearCalendar(db, rulebook, caller, today),
      ]);
      return { coming, toConfirm, calendar };
    }
  },
});
