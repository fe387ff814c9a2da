import type { Api } from "../../../../core/api.ts";
import { dayAt, momentAt, nearDayText, timeAt } from "../../../texts/when";

type Form = Api["getActivityForm"]["output"];
type Plan = Api["planActivity"]["input"];
type Kind = Form["kinds"][number];
type Audience = Plan["expects"];

/** What is being written; days and times of day are the village's. */
export type Draft = Readonly<{
  activityId: string;
  isNew: boolean;
  kind: string;
  title: string;
  place: string;
  day: string;
  from: string;
  to: string;
  branchId: string;
  expects: Audience;
  memberIds: readonly string[];
}>;

type Choice<Id extends string = string> = Readonly<{ id: Id; title: string; isChosen: boolean }>;

export type Ready = Readonly<{
  kind: "ready";
  isNew: boolean;
  kinds: readonly Choice[];
  day: Readonly<{ value: string; text: string; earliest: string }>;
  from: string;
  to: string;
  /** Empty where there is nothing to choose: a secretary's own branch, or the village's own. */
  branches: readonly Choice[];
  audiences: ReadonlyArray<Choice<Audience>>;
  /** Who can be named; empty unless people are named one by one. */
  members: readonly Choice[];
  chosen: string;
}>;

/** Evening, when people are home from work. */
const usualFrom = "19:00";
const usualTo = "20:30";

export function newDraft(activityId: string, form: Form): Draft {
  const blank: Draft = {
    ...{ activityId, isNew: true, kind: "", title: "", place: "村部会议室", day: form.today },
    ...{ from: usualFrom, to: usualTo, branchId: "", expects: "branch", memberIds: [] },
  };
  const [first] = form.kinds;
  return first ? withKind(blank, form, first.id) : blank;
}

/** What stands planned, as a draft. */
export const draftOf = (activityId: string, plan: NonNullable<Form["plan"]>): Draft => ({
  ...{ activityId, isNew: false, kind: plan.kind, title: plan.title, place: plan.place },
  ...{ day: dayAt(plan.startsAt), from: timeAt(plan.startsAt), to: timeAt(plan.endsAt) },
  ...{ branchId: plan.branchId, expects: plan.expects, memberIds: plan.memberIds },
});

/** Another kind brings its usual circle, and its name for a title that nobody has written. */
export function withKind(draft: Draft, form: Form, id: string): Draft {
  const kind = kindOf(form, id);
  if (!kind) return draft;
  const isUntitled = draft.title === "" || draft.title === kindOf(form, draft.kind)?.title;
  const own = form.branches.find((branch) => branch.own) ?? form.branches[0];
  const isBranchs = kind.for === "branch";
  const keeps = isBranchs === (draft.branchId !== "") && draft.kind !== "";
  return {
    ...draft,
    kind: id,
    title: isUntitled ? kind.title : draft.title,
    ...(keeps ? {} : { expects: kind.for, memberIds: [] }),
    branchId: isBranchs ? draft.branchId || (own?.id ?? "") : "",
  };
}

const kindOf = (form: Form, id: string): Kind | undefined =>
  form.kinds.find((kind) => kind.id === id);

/** Another branch has other members. */
export const withBranch = (draft: Draft, branchId: string): Draft => ({
  ...draft,
  ...{ branchId, memberIds: [] },
});

export const withMember = (draft: Draft, id: string): Draft => ({
  ...draft,
  memberIds: draft.memberIds.includes(id)
    ? draft.memberIds.filter((one) => one !== id)
    : [...draft.memberIds, id],
});

const audienceTitles = {
  branch: "全支部",
  committee: "党委成员",
  all: "全村党员",
  chosen: "指定的人",
} as const;

export function toView(form: Form, draft: Draft): Ready {
  const isBranchs = draft.branchId !== "";
  const audiences = isBranchs
    ? (["branch", "chosen"] as const)
    : (["all", "committee", "chosen"] as const);
  const members = form.members.filter(
    ({ branchId }) => draft.branchId === "" || branchId === draft.branchId,
  );
  return {
    kind: "ready",
    isNew: draft.isNew,
    kinds: form.kinds.map(({ id, title }) => ({ id, title, isChosen: id === draft.kind })),
    day: {
      value: draft.day,
      text: nearDayText(draft.day, form.today),
      earliest: form.earliest,
    },
    ...{ from: draft.from, to: draft.to },
    branches:
      isBranchs && form.branches.length > 1
        ? form.branches.map(({ id, name }) => ({
            ...{ id, title: name, isChosen: id === draft.branchId },
          }))
        : [],
    audiences: audiences.map((id) => ({
      ...{ id, title: audienceTitles[id], isChosen: id === draft.expects },
    })),
    members:
      draft.expects === "chosen"
        ? members.map(({ id, name }) => ({
            ...{ id, title: name, isChosen: draft.memberIds.includes(id) },
          }))
        : [],
    chosen: `选了${draft.memberIds.length}人`,
  };
}

/** What is still missing, as a request to the person. */
export function problemOf(draft: Draft): string | undefined {
  if (draft.kind === "") return "积分细则里还没有要开的会";
  if (draft.title.trim() === "") return "请写活动的名称";
  if (draft.place.trim() === "") return "请写在哪里";
  if (draft.to <= draft.from) return "结束时间要晚于开始时间";
  if (draft.expects === "chosen" && draft.memberIds.length === 0) return "请选参加的人";
  return undefined;
}

/** What is sent. */
export const planOf = (draft: Draft): Plan => ({
  ...{ activityId: draft.activityId, kind: draft.kind },
  ...{ title: draft.title.trim(), place: draft.place.trim() },
  startsAt: momentAt(draft.day, draft.from),
  endsAt: momentAt(draft.day, draft.to),
  ...{ branchId: draft.branchId, expects: draft.expects },
  memberIds: draft.expects === "chosen" ? [...draft.memberIds] : [],
});
