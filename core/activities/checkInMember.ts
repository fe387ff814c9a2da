import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { activities, checkManager } from "./activity.ts";
import { checkInBy } from "./checkIn.ts";
import { CheckInMemberInput, CheckInMemberOutput } from "./rollContract.ts";

/** The secretary scans a member's own code: for who cannot hold a phone to a code on a wall. */
export const checkInMember = operation({
  name: "checkInMember",
  who: ["secretary", "committee"],
  input: CheckInMemberInput,
  output: CheckInMemberOutput,
  async run({ caller, input, at, db }) {
    checkManager((await db.get(activities, input.activityId)) ?? refuse("not_found"), caller);
    return checkInBy(db, { ...input, how: "scanned", by: caller.id, at });
  },
});
