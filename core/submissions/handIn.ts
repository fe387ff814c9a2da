import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import type { ContentCheck, Files, Notices } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Instant, localDate } from "../kernel/time.ts";
import { askChecks } from "../media/askChecks.ts";
import type { Member } from "../members/member.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { checkDay, type Duty, sameDuty, underRule } from "./duty.ts";
import { checkPhotos, checkSaid, checkText } from "./evidence.ts";
import { participantsOf } from "./participant.ts";
import { type Recorder, type Status, submissions, submitted, type Written } from "./submission.ts";
import { tellReviewers } from "./tellReviewers.ts";

type Ports = Readonly<{
  db: Database;
  contentCheck: ContentCheck;
  files: Files;
  notices: Notices;
}>;

/** What somebody hands in: for themselves, or as a recorder for the subject. */
export type HandIn = Readonly<{
  submissionId: string;
  duty: Duty;
  subject: Member;
  recorder?: Recorder | undefined;
}>;

/**
 * Puts a submission into the queue. The same one sent again answers as the first time; another one
 * under its id is refused.
 */
export async function handIn(
  ports: Ports,
  wanted: HandIn,
  caller: Caller,
  at: Instant,
): Promise<{ status: Status }> {
  const { submissionId, duty, subject, recorder } = wanted;
  const written = await writtenOf(ports, wanted, caller, at);
  const submission = submitted(submissionId, written, subject, at, recorder);
  const isNew = await ports.db.insertNew(submissions, submission);
  const there = isNew
    ? submission
    : ((await ports.db.get(submissions, submissionId)) ?? refuse("busy"));
  const same =
    there.ownerId === caller.id && there.memberId === subject.id && sameDuty(there, duty);
  if (!same) refuse("already_submitted");
  await askChecks(ports, { of: submissionId, fileIds: duty.photos }, caller.openid, at);
  if (isNew) await tellReviewers(ports, submission);
  return { status: there.status };
}

/** A duty that may be handed in, with what its rule and its participants add. */
export async function writtenOf(
  { db, contentCheck }: Pick<Ports, "db" | "contentCheck">,
  { submissionId, duty, subject, recorder }: HandIn,
  caller: Caller,
  at: Instant,
): Promise<Written> {
  const { villageId } = subject;
  checkSaid(duty);
  checkPhotos(submissionId, duty.photos);
  checkDay(duty.workedOn, localDate(at), await villageById(db, villageId));
  const [rulebook, participants] = await Promise.all([
    rulebookOn(db, villageId, duty.workedOn),
    participantsOf(db, villageId, duty.participantIds, [
      subject.id,
      ...(recorder ? [recorder.id] : []),
    ]),
    checkDeed(db, duty, subject),
  ]);
  const under = underRule(rulebook, duty, subject.classId);
  const texts = [duty.honour?.title, duty.text, recorder?.consent];
  await checkText(contentCheck, caller, texts.filter(Boolean).join("\n"));
  return { duty, under, participants };
}

/** An honour can be for the same deed as one of the member's own that counts: the first for that deed. */
async function checkDeed(db: Database, { honour }: Duty, subject: Member): Promise<void> {
  if (!honour || honour.sameDeedAs === "") return;
  const first = await db.get(submissions, honour.sameDeedAs);
  const fits =
    first?.memberId === subject.id &&
    first.status === "approved" &&
    first.honour?.sameDeedAs === "";
  if (!fits) refuse("invalid_input");
}
