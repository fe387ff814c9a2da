import type { Reply } from "../../../core/app.ts";
import { makeVillage, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Activities, check-in and leave. */

let made: Village;

const minute = 60_000;
const inMinutes = (minutes: number): string =>
  new Date(Date.now() + minutes * minute).toISOString();

/** A branch meeting that goes on now, unless said otherwise. */
const plan = (activityId: string, from = -5, to = 60) => ({
  ...{ activityId, kind: "branch", title: "支部党员大会", place: "村部" },
  ...{ startsAt: inMinutes(from), endsAt: inMinutes(to) },
  ...{ branchId: "meet-b1", expects: "branch" as const },
});

const asking = (by: string, activityId: string) => (): Promise<Reply> =>
  made.raw(by, "askLeave", { activityId, reason: "看病" });

const answering = (by: string, whose: string) => (): Promise<Reply> =>
  made.raw(by, "answerLeave", {
    ...{ activityId: "going", memberId: made.memberId(whose), granted: true },
  });

const checkingIn = (activityId: string) => (): Promise<Reply> =>
  made.raw("anna", "checkIn", { activityId, code: "0123456789" });

const reason = "记错了";

const provoke = {
  activity_closed: checkingIn("closed"),
  activity_not_closed: () => made.raw("chief", "reopenActivity", { activityId: "going", reason }),
  activity_over: asking("anna", "over"),
  activity_not_started: checkingIn("later"),
  times_crossed: () => made.raw("chief", "planActivity", plan("x", 60, 60)),
  not_expected: asking("far", "going"),
  check_in_code_old: checkingIn("going"),
  leave_answered: answering("chief", "ben"),
  leave_not_asked: answering("chief", "anna"),
  own_leave: answering("chief", "chief"),
} satisfies Record<string, () => Promise<Reply>>;

export const activities: Cases<keyof typeof provoke> = {
  async scene(cloud) {
    made = await makeVillage(cloud, "meet");
    const { ask, memberId } = made;
    for (const one of [
      plan("going"),
      plan("closed"),
      plan("over", -90, -30),
      plan("later", 90, 150),
    ])
      await ask("chief", "planActivity", one);
    for (const name of ["chief", "ben"]) {
      await ask(name, "askLeave", { activityId: "going", reason: "看病" });
    }
    await ask("chief", "answerLeave", {
      ...{ activityId: "going", memberId: memberId("ben"), granted: true },
    });
    await ask("chief", "closeActivity", { activityId: "closed" });
  },
  provoke,
};
