import { config } from "../config";

/** As core has it: a short word in Latin letters. */
const villageIdShape = /^[a-z][a-z0-9]{1,30}$/;

/**
 * The village that a link names, or a scanned code, whose scene begins with it; otherwise ours. A member
 * always sees the own village, which the server knows.
 */
export function villageIn(query: Readonly<Record<string, string | undefined>>): string {
  const [inScene = ""] = decodeURIComponent(query.scene ?? "").split(/[.-]/);
  const { village = inScene } = query;
  return villageIdShape.test(village) ? village : config.village;
}

export const villageId = (): string => villageIn(wx.getEnterOptionsSync().query);
