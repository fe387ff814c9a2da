import type { Api } from "../../../../core/api.ts";
import type { Draft, Honour } from "../../../services/draft";
import { quantityMost } from "../../../services/draftForm";
import { pointsText } from "../../../texts/points";

type Form = Api["getDutyForm"]["output"];
type Rule = Form["rules"][number];

/** Something to choose one of. */
export type Choice = Readonly<{ id: string; title: string; note: string; chosen: boolean }>;

/** What stands on a certificate. */
export type HonourView = Readonly<{
  title: string;
  /** Empty where the rule knows one level only. */
  levels: readonly Choice[];
  /** Empty where there is no other honour this year. */
  deeds: readonly Choice[];
}>;

export function honourView(
  honour: Honour | undefined,
  rule: Rule | undefined,
  form: Form,
): HonourView | undefined {
  if (!honour || !rule) return undefined;
  const { title, gradeId, sameDeedAs } = honour;
  const levels = rule.grades.map((grade) => ({
    ...{ id: grade.id, title: grade.title, note: `${pointsText(grade.points)}分` },
    chosen: grade.id === gradeId,
  }));
  const deeds = form.honours.map((one) => ({
    ...{ id: one.submissionId, title: one.title, note: "" },
    chosen: one.submissionId === sameDeedAs,
  }));
  const own = { id: "", title: "是另一件事", note: "", chosen: sameDeedAs === "" };
  return {
    title,
    levels: levels.length > 1 ? levels : [],
    deeds: deeds.length > 0 ? [own, ...deeds] : [],
  };
}

/** How many units, and what they would bring. */
export type AmountView = Readonly<{
  quantity: number;
  unit: string;
  most: number;
  /** "每小时1分，共3小时，应记3分（封顶前）" */
  note: string;
}>;

export function amountView({ quantity }: Draft, rule: Rule | undefined): AmountView | undefined {
  const [usual] = rule?.grades ?? [];
  if (!rule || !usual || rule.unit === "") return undefined;
  const { unit } = rule;
  const each = `每${unit}${pointsText(usual.points)}分`;
  const total = `应记${pointsText(usual.points * quantity)}分（封顶前）`;
  return {
    ...{ quantity, unit, most: quantityMost },
    note: `${each}，共${quantity}${unit}，${total}`,
  };
}

/** Whose it is, and how they agreed. */
export type BehalfView = Readonly<{
  memberId: string;
  name: string;
  consent: string;
  /** None where it goes in again: how they agreed is known already. */
  phrases: readonly Readonly<{ text: string; chosen: boolean }>[];
}>;

const phrases = ["当面说好的", "电话里说好的", "家里人转告的"];

export const behalfView = ({ behalf, operation }: Draft): BehalfView | undefined =>
  behalf && {
    ...behalf,
    phrases:
      operation === "submitOnBehalf"
        ? phrases.map((text) => ({ text, chosen: text === behalf.consent }))
        : [],
  };
