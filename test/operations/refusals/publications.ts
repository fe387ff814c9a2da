import type { Reply } from "../../../core/app.ts";
import { makeVillage, thisYear, today, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Publishing out of turn. */

const year = thisYear - 1;
let village: Village;

const publish = (ofYear: number, part: string) => (): Promise<Reply> =>
  village.raw("founder", "publishPeriod", { year: ofYear, part });

export const publications: Cases<"period_not_over" | "period_order" | "already_published"> = {
  async scene(cloud) {
    village = await makeVillage(cloud, "frozen", year);
    await village.ask("founder", "openYear", { year: thisYear });
    await village.ask("founder", "publishPeriod", { year, part: "m01" });
  },
  provoke: {
    period_not_over: publish(thisYear, `m${today.slice(5, 7)}`),
    period_order: publish(year, "m03"),
    already_published: publish(year, "m01"),
  },
};
