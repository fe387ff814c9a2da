import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { tellCommittee } from "../members/tellCommittee.ts";
import { villageById } from "../villages/village.ts";
import { NominateInput, NominateOutput } from "./contract.ts";
import { type Nomination, nominations, openMost } from "./nomination.ts";

/**
 * Anybody says of somebody that they did well, in two sentences. Sent again, it answers as the first time;
 * several sent at the same moment may slip past the limit of open ones.
 */
export const nominate = operation({
  name: "nominate",
  who: "anyone",
  input: NominateInput,
  output: NominateOutput,
  async run({ caller, input, at, db, contentCheck, notices }) {
    const { openid } = caller;
    const { nominationId, villageId, name, text } = input;
    if (openid === "") refuse("not_permitted"); // whoever floods the committee could not be told apart
    const known = await db.get(nominations, nominationId);
    if (known) return receipt(known);
    await villageById(db, villageId);
    const open = await db.count(nominations, { openid, status: "open" });
    if (open >= openMost) refuse("too_many_nominations");
    if ((await contentCheck.text(openid, `${name}\n${text}`)) === "risky") refuse("text_refused");
    const nomination: Nomination = {
      ...{ id: nominationId, villageId, openid, isMember: caller.id !== undefined, name, text },
      ...{ nominatedAt: at, status: "open" },
    };
    if (!(await db.insertNew(nominations, nomination))) {
      return receipt((await db.get(nominations, nominationId)) ?? refuse("busy"));
    }
    await tellCommittee({ db, notices }, villageId, [], {
      kind: "toReview",
      page: "packages/stories/nominations/index",
      title: "收到一条点赞推荐",
      status: "待查看",
      at,
    });
    return receipt(nomination);

    function receipt(there: Nomination) {
      const same = there.openid === openid && there.name === name && there.text === text;
      if (!same) refuse("already_exists");
      return { status: "open" as const };
    }
  },
});
