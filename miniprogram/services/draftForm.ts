import type { Api } from "../../core/api.ts";
import type { Draft } from "./draft";

/** The server refuses more. */
export const textMost = 2000;
export const participantsMost = 20;
export const quantityMost = 100;
export const titleMost = 40;
export const consentMost = 60;

type Rule = Api["getDutyForm"]["output"]["rules"][number];

/** Another rule asks for other things: what only the rule before asked for goes. */
export function withRule(draft: Draft, rule: Rule | undefined): Draft {
  const { honour: _, ...rest } = draft;
  const [onlyLevel, ...others] = rule?.grades ?? [];
  const gradeId = others.length === 0 ? (onlyLevel?.id ?? "") : "";
  return {
    ...rest,
    ruleId: rule?.id ?? "",
    ruleTitle: rule?.title ?? "",
    quantity: 1,
    // An honour is one's own.
    ...(rule?.honour && { honour: { title: "", gradeId, sameDeedAs: "" }, participants: [] }),
  };
}

/** What is still missing before it can be sent, as a request to the person. */
export function problemOf({ ruleId, honour, text, behalf }: Draft): string | undefined {
  if (ruleId === "") return "请先选做了哪一类事";
  if (honour?.title.trim() === "") return "请写荣誉的名称";
  if (honour?.gradeId === "") return "请选荣誉是哪一级的";
  if (!honour && text.trim() === "") return "请写几句做了什么";
  if (behalf?.consent.trim() === "") return `请写明${behalf.name}怎么同意的`;
  return undefined;
}

type Duty = Api["submitDuty"]["input"] &
  Readonly<{ photos: string[]; quantity: number; participantIds: string[] }>;

/** What is sent, once every photo is in the cloud. */
export const dutyOf = (draft: Draft): Duty => ({
  submissionId: draft.submissionId,
  ruleId: draft.ruleId,
  workedOn: draft.workedOn,
  text: draft.text.trim(),
  photos: draft.photos.flatMap((photo) => (photo.kind === "uploaded" ? [photo.fileId] : [])),
  quantity: draft.quantity,
  ...(draft.honour && { honour: { ...draft.honour, title: draft.honour.title.trim() } }),
  participantIds: draft.participants.map(({ memberId }) => memberId),
});
