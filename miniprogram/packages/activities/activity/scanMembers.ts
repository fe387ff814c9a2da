import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, explain } from "../../../services/dialogs";
import { checkedInText } from "../checkIn";
import { scan } from "../scan";

/** Scans one member's code after the other, until the camera is put away or something is wrong. */
export async function scanMembers(activityId: string): Promise<void> {
  for (;;) {
    const scanned = await scan();
    if (!scanned) return;
    if (scanned.kind !== "member" || scanned.activityId !== activityId) {
      explain("这不是这次活动的党员码。请党员在活动里点“出示我的码”。");
      return;
    }
    const { memberId, code } = scanned;
    const checkedIn = await attempt(() => call("checkInMember", { activityId, memberId, code }));
    if (!checkedIn) return;
    announce(`${checkedIn.name} ${checkedInText(checkedIn)}`);
  }
}
