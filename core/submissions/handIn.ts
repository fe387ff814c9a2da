import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import type { ContentCheck, Notices } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Instant, localDate } from "../kernel/time.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { checkDay, type Duty, sameDuty, underRule } from "./duty.ts";
import { checkPhotos, checkText } from "./evidence.ts";
import { participantsOf } from "./participant.ts";
import { type Recorder, type Status, type Subject, submissions, submitted } from "./submission.ts";
import { tellReviewers } from "./tellReviewers.ts";

type Ports = Readonly<{ db: Database; contentCheck: ContentCheck; notices: Notices }>;

/** What somebody hands in: for themselves, or as a recorder for the subject. */
export type HandIn = Readonly<{
  submissionId: string;
  duty: Duty;
  subject: Subject;
  recorder?: Recorder;
}>;

/**
 * Puts a submission into the queue. The same one sent again answers as the first time; another one
 * under its id is refused.
 */
export async function handIn(
  ports: Ports,
  { submissionId, duty, subject, recorder }: HandIn,
  caller: Caller,
  at: Instant,
): Promise<{ status: Status }> {
  const { db } = ports;
  const written = await checked(ports, submissionId, duty, subject, caller, at);
  const wanted = submitted(submissionId, written, subject, at, recorder);
  if (await db.insertNew(submissions, wanted)) {
    await tellReviewers(ports, wanted);
    return { status: wanted.status };
  }
  const there = (await db.get(submissions, submissionId)) ?? refuse("busy");
  const same =
    there.ownerId === caller.id && there.memberId === subject.id && sameDuty(there, duty);
  if (!same) refuse("already_submitted");
  return { status: there.status };
}

/** A duty that may be handed in, with what its rule and its participants add. */
export async function checked(
  { db, contentCheck }: Pick<Ports, "db" | "contentCheck">,
  submissionId: string,
  duty: Duty,
  subject: Subject,
  caller: Caller,
  at: Instant,
) {
  const { villageId } = subject;
  checkDay(duty.workedOn, localDate(at), await villageById(db, villageId));
  checkPhotos(submissionId, duty.photos);
  const [rulebook, participants] = await Promise.all([
    rulebookOn(db, villageId, duty.workedOn),
    participantsOf(db, villageId, subject.id, duty.participantIds),
  ]);
  const under = underRule(rulebook, duty);
  await checkText(contentCheck, caller, [duty.text, duty.honour?.title].join("\n").trim());
  return { duty, under, participants };
}
