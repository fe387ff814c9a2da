/** What a scanned code asks for. */
export type Scanned = Readonly<
  | { kind: "activity"; activityId: string; code: string }
  | { kind: "member"; activityId: string; memberId: string; code: string }
  | { kind: "other" }
>;

const parts = /^passbook:(?:check-in:([\w-]+)|member:([\w-]+):([\w-]+)):(\w+)$/;

/** Takes the text of a code apart; any code may come before the camera. */
export function readScan(text: string): Scanned {
  const [, shown, scanned, memberId, code = ""] = parts.exec(text) ?? [];
  if (shown) return { kind: "activity", activityId: shown, code };
  if (scanned && memberId) return { kind: "member", activityId: scanned, memberId, code };
  return { kind: "other" };
}

/** Opens the camera. @returns undefined when the person gave up */
export async function scan(): Promise<Scanned | undefined> {
  const scanned = await wx.scanCode({ scanType: ["qrCode"] }).catch(() => undefined);
  return scanned && readScan(scanned.result);
}
