import type { Api } from "../../../../core/api.ts";
import { type Choice, choicesOf } from "../../../components/reason-sheet/reasons";
import { dayText, fullDayText } from "../../../texts/days";
import { gradesText } from "../../../texts/rules";
import { together } from "../../../texts/together";
import { amountText, changeText } from "../decisionTexts";

export type Form = Api["getDecisionForm"]["output"];
type Rule = Form["rules"][number];

/** What is being written; "" for what is not chosen. */
export type Wish = Readonly<{ ruleId: string; gradeId: string; quantity: number; reason: string }>;

export type Ready = Readonly<{
  kind: "ready";
  member: string;
  branch: string;
  own: boolean;
  day: string;
  dayText: string;
  earliest: string;
  today: string;
  groups: ReadonlyArray<
    Readonly<{
      title: string;
      rules: ReadonlyArray<Readonly<{ id: string; title: string; note: string }>>;
    }>
  >;
  /** The rule that was chosen; the list is folded away then. */
  chosen?: Readonly<{
    title: string;
    note: string;
    unit: string;
    grades: ReadonlyArray<Readonly<{ id: string; title: string; points: string; chosen: boolean }>>;
  }>;
  quantity: string;
  reasons: readonly Choice[];
  reason: string;
  /** What the button says: "提出：扣2分". */
  action: string;
}>;

/** The end: it waits for somebody else. */
export type Done = Readonly<{ kind: "done"; text: string }>;

export function toView(form: Form, wish: Wish): Ready {
  const rule = ruleOf(form, wish);
  const titles = [...new Set(form.rules.map(({ category }) => category))];
  const amount = amountOf(form, wish);
  return {
    kind: "ready",
    ...{ member: form.member, branch: form.branch, own: form.own },
    ...{ day: form.day, earliest: form.earliest, today: form.today },
    dayText: form.day === form.today ? `今天（${dayText(form.day)}）` : fullDayText(form.day),
    groups: titles.map((title) => ({
      title,
      rules: form.rules
        .filter(({ category }) => category === title)
        .map((one) => ({ id: one.id, title: one.title, note: noteOf(one) })),
    })),
    ...(rule && { chosen: chosenView(rule, wish) }),
    quantity: String(wish.quantity),
    reasons: choicesOf(readyReasons, wish.reason),
    reason: wish.reason,
    action: amount === "" ? "提出" : `提出：${amount}`,
  };
}

const ruleOf = ({ rules }: Form, { ruleId }: Wish): Rule | undefined =>
  rules.find(({ id }) => id === ruleId);

const noteOf = ({ clause, grades, veto }: Rule): string =>
  together(clause, veto ? "一票否决" : gradesText(grades));

const chosenView = (rule: Rule, { gradeId }: Wish): NonNullable<Ready["chosen"]> => ({
  title: rule.title,
  note: together(rule.clause, rule.veto ? `一票否决，最多评为“${rule.veto}”` : rule.example),
  unit: rule.unit,
  grades: rule.grades.map(({ id, title, points }) => ({
    ...{ id, title, points: changeText(points), chosen: id === gradeId },
  })),
});

/** What it says on the button; "" while something is missing. Caps are looked at when it is confirmed. */
function amountOf(form: Form, wish: Wish): string {
  const rule = ruleOf(form, wish);
  const grade = rule?.grades.find(({ id }) => id === wish.gradeId);
  if (!rule || !grade || !isCount(wish.quantity)) return "";
  return amountText({ base: grade.points * wish.quantity, isVeto: rule.veto !== undefined });
}

const quantityMost = 100;

const isCount = (quantity: number): boolean =>
  Number.isInteger(quantity) && quantity >= 1 && quantity <= quantityMost;

/** What is still missing before it can be sent, as a request to the person. */
export function problemOf(form: Form, wish: Wish): string | undefined {
  if (!ruleOf(form, wish)) return "请先选按哪一条记";
  if (!isCount(wish.quantity)) return `数量请写1到${quantityMost}`;
  return wish.reason.trim() === "" ? "请写明原因" : undefined;
}

export const doneView = (form: Form, wish: Wish): Done => ({
  kind: "done",
  text: `${form.member}的“${ruleOf(form, wish)?.title ?? ""}”，${amountOf(form, wish)}。另一位委员确认以后，才会记进一本通。`,
});

/** Ready-made reasons: what it was decided on. */
const readyReasons = ["党委会议研究决定", "群众反映，已经核实", "上级通报"];
