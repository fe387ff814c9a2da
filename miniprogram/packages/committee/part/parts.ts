import { categoryPart } from "./categoryPart";
import { classPart } from "./classPart";
import { exemptionPart } from "./exemptionPart";
import { generalPart } from "./generalPart";
import { meetingPart } from "./meetingPart";
import { type AnyPart, asAny } from "./part";
import { rulePart } from "./rulePart";

/** The forms by the kind that stands in the page's address. */
export const parts: Readonly<Record<string, AnyPart>> = {
  general: asAny(generalPart),
  category: asAny(categoryPart),
  rule: asAny(rulePart),
  meeting: asAny(meetingPart),
  class: asAny(classPart),
  exemption: asAny(exemptionPart),
};
