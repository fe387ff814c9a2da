import { type Draft, newDraft, type Photo } from "../../../miniprogram/services/draft.ts";
import type { DraftStore } from "../../../miniprogram/services/outbox.ts";

/** A draft that could be sent: rule and text are there. */
export const aDraft = (fields: Partial<Draft> = {}): Draft =>
  ({
    ...newDraft("s1", "2014-06-01"),
    ruleId: "cleanup",
    ruleTitle: "环境卫生",
    text: "打扫了村口",
    ...fields,
  }) as Draft;

export const photoHere = (id: string): Photo => ({
  kind: "here",
  id,
  path: `wxfile://store_${id}`,
});

/** The phone's storage: what is put in is kept as text, as `wx.setStorageSync` does. */
export function memoryStore(...drafts: Draft[]): DraftStore {
  const kept = new Map(drafts.map((draft) => [draft.submissionId, JSON.stringify(draft)]));
  const read = (text: string | undefined): Draft | undefined => text && JSON.parse(text);
  return {
    all: () => [...kept.values()].map((text) => JSON.parse(text)),
    get: (id) => read(kept.get(id)),
    put: (draft) => void kept.set(draft.submissionId, JSON.stringify(draft)),
    drop: (id) => void kept.delete(id),
  };
}
