import type { Api } from "../../../../core/api.ts";
import { dayText } from "../../../texts/days";

type Reply = Api["getReviewQueue"]["output"];

export type ClaimView = Readonly<{
  id: string;
  member: string;
  /** "认领环境卫生工作岗" */
  wish: string;
  grid: string;
  /** When it was asked for. */
  about: string;
  speciality: string;
}>;

export type RowView = Readonly<{
  id: string;
  member: string;
  rule: string;
  /** The day, photos, and who wrote it down. */
  about: string;
  text: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  claims: readonly ClaimView[];
  rows: readonly RowView[];
  more: boolean;
  /** Nothing waits. */
  empty: boolean;
}>;

/** @param rows all rows that have been asked for so far, the oldest first */
export const toView = (claims: Reply["claims"], rows: Reply["rows"], more: boolean): Ready => ({
  kind: "ready",
  claims: claims.map(claimView),
  rows: rows.map(rowView),
  more,
  empty: claims.length === 0 && rows.length === 0,
});

const claimView = (claim: Reply["claims"][number]): ClaimView => ({
  id: claim.id,
  member: claim.member,
  wish: `认领${claim.post}`,
  grid: claim.grid,
  about: `${dayText(claim.claimedOn)}提出`,
  speciality: claim.speciality === "" ? "" : `特长：${claim.speciality}`,
});

const rowView = (row: Reply["rows"][number]): RowView => ({
  id: row.id,
  member: row.member,
  rule: row.rule,
  about: [
    dayText(row.workedOn),
    ...(row.photos > 0 ? [`${row.photos}张照片`] : []),
    ...(row.recorder ? [`${row.recorder}代录`] : []),
  ].join(" · "),
  text: row.text || (row.honour ?? ""),
});

/** Ready-made reasons for returning a claim. */
export const claimReasons = [
  "请先和支部商量一下",
  "换一个网格更合适",
  "这个岗位人手够了",
  "请写明您的特长",
] as const;
