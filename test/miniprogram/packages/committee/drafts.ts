import { profileA } from "../../../../core/rulebook/profileA.ts";
import type { Draft } from "../../../../miniprogram/packages/committee/draftDesk.ts";

/** A draft as the village tells it; nothing changed yet. */
export const draftOf = (fields: Partial<Draft> = {}): Draft => ({
  ...{ revision: 3, drafted: true, scheme: profileA, flaws: [], differences: [] },
  ...{ changedBy: "徐静怡", changedOn: "2026-05-20", today: "2026-05-20", years: [2026, 2025] },
  latest: { version: 2, title: "党员积分管理细则", effectiveFrom: "2026-01-01" },
  start: { from: "2026-05-20", until: "2028-12-31" },
  ...fields,
});

export const change: Draft["differences"][number] = {
  place: "rules.0",
  kind: "changed",
  words: "“环境卫生”：每月最多由不限改为6分",
};
