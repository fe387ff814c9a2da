import { attempt } from "../../services/attempt";
import { call } from "../../services/call";
import { announce, explain } from "../../services/dialogs";
import { timeAt } from "../../texts/when";
import { scan } from "./scan";

/** What is said after somebody checked in. */
export const checkedInText = ({ at, late }: Readonly<{ at: string; late: boolean }>): string =>
  `${timeAt(at)}签到${late ? "，迟到了" : "成功"}`;

/**
 * A member scans the code on the secretary's screen, of whichever activity it is.
 * @returns the activity checked in at; undefined when there was none
 */
export async function scanToCheckIn(): Promise<string | undefined> {
  const scanned = await scan();
  if (!scanned) return undefined;
  if (scanned.kind !== "activity") {
    explain("这不是活动的签到码，请扫书记手机上的码");
    return undefined;
  }
  const { activityId, code } = scanned;
  wx.showLoading({ title: "正在签到", mask: true });
  const checkedIn = await attempt(() => call("checkIn", { activityId, code }));
  wx.hideLoading();
  if (!checkedIn) return undefined;
  announce(checkedInText(checkedIn));
  return activityId;
}
