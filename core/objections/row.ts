import type * as z from "zod";
import { type LocalDate, localDate } from "../kernel/time.ts";
import type { ObjectionRow } from "./contract.ts";
import { isOverdue, type Objection } from "./objection.ts";

/** Who reads it: the objector, or the committee, which has to know whose points it concerns. */
export type Reader = "objector" | "committee";

/** An objection as one line of a list. */
export const rowOf = (
  objection: Objection,
  reader: Reader,
  today: LocalDate,
): z.input<typeof ObjectionRow> => ({
  id: objection.id,
  kind: objection.about.kind,
  about: aboutText(objection),
  member: reader === "committee" ? objection.subject.memberName : objection.subject.shownName,
  by: byOf(objection),
  reason: objection.reason,
  raisedOn: localDate(objection.raisedAt),
  answerBy: objection.answerBy,
  overdue: isOverdue(objection, today),
  ...statusOf(objection),
});

const statusOf = (objection: Objection) =>
  objection.status === "open"
    ? { status: objection.status }
    : {
        status: objection.status,
        outcome: objection.outcome,
        answer: objection.answer,
        answeredOn: localDate(objection.answeredAt),
      };

const aboutText = ({ about, subject }: Objection): string =>
  about.kind === "line"
    ? `${subject.year}年一本通第${about.seq}行“${about.rule}”`
    : `${about.title}公示第${about.order}行`;

function byOf({ objectorId, subject }: Objection): "self" | "member" | "villager" {
  if (objectorId === "") return "villager";
  return objectorId === subject.memberId ? "self" : "member";
}
