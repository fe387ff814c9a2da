import type { Api } from "../../../core/api.ts";

type Heading = Api["listPublications"]["output"]["rows"][number];

export type StatusView = Readonly<{ status: string; tone: "waiting" | "quiet" }>;

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** 公示中 · 还有5天: the last day counts. */
export function statusView(
  { status, objectionsUntil }: Pick<Heading, "status" | "objectionsUntil">,
  today: string,
): StatusView {
  if (status === "final") return { status: "已定", tone: "quiet" };
  const days = (Date.parse(objectionsUntil) - Date.parse(today)) / dayMilliseconds;
  return {
    status: days < 1 ? "公示中 · 今天最后一天" : `公示中 · 还有${days}天`,
    tone: "waiting",
  };
}
