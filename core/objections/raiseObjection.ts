import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import type { Notices } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";
import { addDays, localDate } from "../kernel/time.ts";
import { tell } from "../members/tell.ts";
import { villageById } from "../villages/village.ts";
import { concernOf } from "./concern.ts";
import { RaiseObjectionInput, RaiseObjectionOutput } from "./contract.ts";
import { isSame, type Objection, objections, openMost } from "./objection.ts";

/**
 * A member objects to a line of their own, anybody to a published row. Sent again, it answers as the
 * first time. The limit of open ones keeps one person from burying the others; several sent at the same
 * moment may slip past it.
 */
export const raiseObjection = operation({
  name: "raiseObjection",
  who: "anyone",
  input: RaiseObjectionInput,
  output: RaiseObjectionOutput,
  async run({ caller, input: { objectionId, about, reason }, at, db, contentCheck, notices }) {
    const { openid, id: objectorId = "" } = caller;
    if (openid === "") refuse("not_permitted"); // nobody could read the answer
    const known = await db.get(objections, objectionId);
    if (known) return receipt(known);
    const today = localDate(at);
    const concern = await concernOf(db, about, caller, today);
    const { settings } = await villageById(db, concern.villageId);
    const open = await db.count(objections, { openid, status: "open" });
    if (open >= openMost) refuse("too_many_objections");
    if ((await contentCheck.text(openid, reason)) === "risky") refuse("text_refused");
    const raised: Objection = {
      ...{ id: objectionId, openid, objectorId, ...concern, reason, raisedAt: at },
      answerBy: addDays(today, settings.answerDays),
      status: "open",
    };
    if (!(await db.insertNew(objections, raised))) {
      return receipt((await db.get(objections, objectionId)) ?? refuse("busy"));
    }
    await tellCommittee({ db, notices }, raised);
    return receipt(raised);

    function receipt(there: Objection) {
      if (!isSame(there, { openid, about, reason })) refuse("already_exists");
      return { answerBy: there.answerBy };
    }
  },
});

const tellCommittee = (
  ports: Readonly<{ db: Database; notices: Notices }>,
  { id, villageId, subject, raisedAt }: Objection,
): Promise<void> =>
  tell(
    ports,
    { villageId, roles: { contains: "committee" }, id: { not: subject.memberId } },
    {
      kind: "toReview",
      page: `packages/publications/answer/index?objectionId=${id}`,
      title: "收到一条异议",
      status: "待答复",
      at: raisedAt,
    },
  );
