import type { Meeting, Scheme } from "../../../../core/rulebook/scheme.ts";
import { eachPeriod, gradeText } from "../../../texts/rules";
import { choiceField, countField, type Option, textField } from "./field";
import { readCount } from "./numbers";
import { type Part, pathInside, withItem, withoutItem } from "./part";

/** A kind of meeting as it is written in the form; rule and grade as one choice: "meeting normal". */
export type MeetingValues = Readonly<{
  title: string;
  for: string;
  every: string;
  counts: string;
  /** "" where it costs nothing. */
  absence: string;
  late: string;
  afterMinutes: string;
}>;

/** 组织生活: a kind of meeting. */
export const meetingPart: Part<MeetingValues> = {
  title: { add: "加一种组织生活", edit: "改这种组织生活" },
  read(scheme, id) {
    const meeting = scheme.meetings.find((one) => one.id === id);
    if (!meeting) return blankFor(scheme);
    const { absence, late } = meeting;
    return {
      ...{ title: meeting.title, for: meeting.for, every: meeting.every ?? "" },
      ...{ counts: nameOf(meeting), absence: absence ? nameOf(absence) : "" },
      ...{ late: late ? nameOf(late) : "", afterMinutes: String(late?.afterMinutes ?? 10) },
    };
  },
  fields: (values, scheme) => [
    textField({ path: "title", label: "叫什么", value: values.title, placeholder: "如：主题党日" }),
    choiceField({ path: "for", label: "谁参加", value: values.for, options: audiences }),
    choiceField({
      ...{ path: "every", label: "多久开一次", value: values.every },
      options: [
        { value: "", title: "不定期" },
        ...(["month", "quarter", "year"] as const).map((value) => ({
          ...{ value, title: `${eachPeriod[value]}一次` },
        })),
      ],
    }),
    choiceField({
      ...{ path: "counts", label: "参加了记几分", value: values.counts },
      options: pairsOf(scheme, () => true),
    }),
    choiceField({
      ...{ path: "absence", label: "没请假不来", value: values.absence },
      options: [nothing, ...pairsOf(scheme, isDeduction)],
    }),
    choiceField({
      ...{ path: "late", label: "迟到", value: values.late },
      options: [nothing, ...pairsOf(scheme, isDeduction)],
    }),
    ...(values.late === ""
      ? []
      : [
          countField({
            ...{ path: "afterMinutes", label: "迟到多久算迟到", value: values.afterMinutes },
            unit: "分钟",
          }),
        ]),
  ],
  problem({ title, late, afterMinutes }) {
    if (title.trim() === "") return "请写叫什么";
    const minutes = readCount(afterMinutes);
    if (late !== "" && (minutes === undefined || minutes > 240)) {
      return "迟到多久要填1到240分钟";
    }
    return undefined;
  },
  write: (scheme, id, values, newId) => ({
    ...scheme,
    meetings: withItem(scheme.meetings, meetingOf(values, id || newId)),
  }),
  pathOf(scheme, id, place) {
    const path = pathInside("meetings")(scheme, id, place);
    return path === "" ? "counts" : path;
  },
  remove: {
    obstacle: () => undefined,
    without: (scheme, id) => ({ ...scheme, meetings: withoutItem(scheme.meetings, id) }),
  },
};

const blankFor = (scheme: Scheme): MeetingValues => ({
  ...{ title: "", for: "branch", every: "", absence: "", late: "", afterMinutes: "10" },
  counts: pairsOf(scheme, () => true)[0]?.value ?? "",
});

const audiences: readonly Option[] = [
  { value: "branch", title: "本支部的党员" },
  { value: "committee", title: "党委委员" },
  { value: "all", title: "全体党员" },
];

const nothing: Option = { value: "", title: "不扣分" };

const isDeduction = (points: number): boolean => points <= 0;

/** Every grade of every rule: “参加支部会议，参加一次2分”. */
const pairsOf = ({ rules }: Scheme, fits: (points: number) => boolean): Option[] =>
  rules.flatMap(({ id, title, grades }) =>
    grades
      .filter(({ points }) => fits(points))
      .map((grade) => ({
        value: nameOf({ ruleId: id, gradeId: grade.id }),
        title: `${title}，${grade.title}${gradeText(grade.points)}`,
      })),
  );

type Named = Readonly<{ ruleId: string; gradeId: string }>;

/** Ids have no spaces. */
const nameOf = ({ ruleId, gradeId }: Named): string => `${ruleId} ${gradeId}`;

function namedBy(name: string): { ruleId: string; gradeId: string } {
  const [ruleId = "", gradeId = ""] = name.split(" ");
  return { ruleId, gradeId };
}

const meetingOf = (values: MeetingValues, id: string): Meeting => ({
  ...{ id, title: values.title.trim(), for: values.for as Meeting["for"] },
  ...namedBy(values.counts),
  ...(values.every === "" ? {} : { every: values.every as NonNullable<Meeting["every"]> }),
  ...(values.absence === "" ? {} : { absence: namedBy(values.absence) }),
  ...(values.late === ""
    ? {}
    : { late: { ...namedBy(values.late), afterMinutes: readCount(values.afterMinutes) ?? 10 } }),
});
