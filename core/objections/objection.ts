import { collection } from "../kernel/database.ts";
import type { Caller, Visitor } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";
import type { Entry, Signature } from "../ledger/entry.ts";

/** What an objection is to: one line of one's own passbook, or a published row. */
export type About = Readonly<
  | { kind: "line"; entryId: string; seq: number; rule: string }
  | { kind: "row"; publicationId: string; order: number; title: string }
>;

/** Whose points it concerns, and the lines of that account that may be at fault. */
export type Subject = Readonly<{
  memberId: string;
  memberName: string;
  /** The name as the village shows it: what an objector reads. */
  shownName: string;
  accountId: string;
  year: number;
  /** The days in which the lines count. */
  from: LocalDate;
  until: LocalDate;
}>;

type Common = Readonly<{
  /** Made on the phone, so that sending twice is objecting once. */
  id: string;
  villageId: string;
  /** Who objects. Never shown to anybody; a villager has no other name here. */
  openid: string;
  /** The objector's member id; "" for a villager. Never shown: the committee reads 党员 or 村民. */
  objectorId: string;
  about: About;
  subject: Subject;
  reason: string;
  raisedAt: Instant;
  /** The last day for the committee's answer. */
  answerBy: LocalDate;
}>;

export const outcomes = ["upheld", "rejected"] as const;
export type Outcome = (typeof outcomes)[number];

/** 异议: somebody says that a number is wrong, and the committee answers. */
export type Objection = Common &
  (
    | Readonly<{ status: "open" }>
    | Readonly<{
        status: "answered";
        outcome: Outcome;
        answer: string;
        answeredBy: Signature;
        answeredAt: Instant;
        /** The lines that were undone. */
        reversed: readonly string[];
      }>
  );

export const objections = collection<Objection>("objections");

/** Open ones that one person may have at once. */
export const openMost = 3;

export type Answer = Readonly<{
  outcome: Outcome;
  answer: string;
  /** The lines to undo; none for one that is rejected. */
  reverse: readonly string[];
}>;

/**
 * @throws Refusal `not_found` (of another village), `objection_answered`, or why this person may not:
 *   see `checkAnswerer`
 */
export function answered(
  objection: Objection,
  { outcome, answer, reverse }: Answer,
  caller: Caller,
  concerned: readonly Entry[],
  at: Instant,
): Extract<Objection, { status: "answered" }> {
  if (objection.villageId !== caller.villageId) refuse("not_found");
  if (objection.status === "answered") refuse("objection_answered");
  checkAnswerer(objection, caller, concerned);
  if (!reverse.every((id) => concerned.some((line) => line.id === id))) refuse("not_found");
  const answeredBy = { id: caller.id, name: caller.name };
  return {
    ...objection,
    ...{ status: "answered", outcome, answer, answeredBy, answeredAt: at, reversed: reverse },
  };
}

/**
 * Nobody decides about their own points (`own_entry`), an objection they raised themselves
 * (`same_person`), or one to lines that they approved (`own_approval`).
 * @param concerned the lines that may be at fault
 */
export function checkAnswerer(
  { subject, openid }: Objection,
  caller: Caller,
  concerned: readonly Entry[],
): void {
  if (subject.memberId === caller.id) refuse("own_entry");
  if (openid === caller.openid) refuse("same_person");
  const approved = concerned.some(({ approvers }) => approvers.some(({ id }) => id === caller.id));
  if (approved) refuse("own_approval");
}

/** The lines that an objection may be about, among all of the account. */
export const concernedBy = (
  { about, subject: { from, until } }: Pick<Objection, "about" | "subject">,
  lines: readonly Entry[],
): Entry[] =>
  lines.filter((line) =>
    about.kind === "line"
      ? line.id === about.entryId
      : from <= line.countsOn && line.countsOn <= until,
  );

export const isOverdue = ({ status, answerBy }: Objection, today: LocalDate): boolean =>
  status === "open" && today > answerBy;

/** Whether this person raised it: by the WeChat identity, which a villager has too. */
export const isObjector = ({ openid }: Objection, caller: Caller | Visitor): boolean =>
  caller.openid !== "" && openid === caller.openid;

/** What a person says an objection is to. */
type Named = Readonly<
  { kind: "line"; entryId: string } | { kind: "row"; publicationId: string; order: number }
>;

/** Whether it is the same one sent again, as after a lost signal. */
export const isSame = (
  known: Objection,
  sent: Readonly<{ openid: string; about: Named; reason: string }>,
): boolean =>
  known.openid === sent.openid && known.reason === sent.reason && isAbout(known.about, sent.about);

const isAbout = (one: Named, other: Named): boolean =>
  one.kind === "line"
    ? other.kind === "line" && one.entryId === other.entryId
    : other.kind === "row" &&
      one.publicationId === other.publicationId &&
      one.order === other.order;

/** A period of which the publication is over for objections is settled. */
export type Settling = Readonly<{ from: LocalDate; until: LocalDate; objectionsUntil: LocalDate }>;

/**
 * Whether a line can still be objected to: as long as no publication has listed the day it counts on, or
 * while one that has is open. So every line is open for the days of its publication at the least.
 */
export function isLineOpen(
  { countsOn }: Pick<Entry, "countsOn">,
  published: readonly Settling[],
  today: LocalDate,
): boolean {
  const covering = published.filter(({ from, until }) => from <= countsOn && countsOn <= until);
  return covering.length === 0 || covering.some(({ objectionsUntil }) => today <= objectionsUntil);
}
