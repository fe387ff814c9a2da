import type { Api } from "../../../core/api.ts";

export type AttendanceStatus = NonNullable<Api["listActivities"]["output"]["past"][number]["mine"]>;
export type ActivityStatus = Api["getActivity"]["output"]["status"];

export type Tag = Readonly<{ text: string; tone: "waiting" | "good" | "returned" | "quiet" }>;

/** How somebody stands on the roll, in words. */
export const attendanceTags: Readonly<Record<AttendanceStatus, Tag>> = {
  expected: { text: "未到", tone: "quiet" },
  present: { text: "✓ 已到", tone: "good" },
  absent: { text: "缺席", tone: "returned" },
  leaveAsked: { text: "○ 请假待答复", tone: "waiting" },
  leaveGranted: { text: "已准假", tone: "quiet" },
  leaveRefused: { text: "! 没准假", tone: "returned" },
};
