import type { Api } from "../../../../core/api.ts";
import { call } from "../../../services/call";
import { leave } from "../../../services/leave";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { type Ready, shownAt, toView } from "./view";

type View = Loading | Failed | Ready;
type Reply = Api["getCheckInCodes"]["output"];

/** How often it is asked who has come; each answer brings the codes of the next ten minutes. */
const askMilliseconds = 10_000;
const turnMilliseconds = 1000;

Page({
  data: { pageStyle: pageStyle(), view: loading as View },
  activityId: "",
  of: "activity" as "activity" | "me",
  codes: [] as Reply["codes"],
  /** How far the server's clock is ahead of the phone's. */
  ahead: 0,
  timers: [] as number[],

  onLoad({ activityId = "", of = "" }: { activityId?: string; of?: string }) {
    this.activityId = activityId;
    this.of = of === "me" ? "me" : "activity";
    if (this.of === "me") void wx.setNavigationBarTitle({ title: "我的码" });
  },

  onShow() {
    void this.load();
    this.timers = [
      setInterval(() => this.turn(), turnMilliseconds),
      setInterval(() => void this.load(), askMilliseconds),
    ];
    keepScreenOn(true);
  },

  onHide() {
    this.rest();
  },

  onUnload() {
    this.rest();
  },

  rest() {
    for (const timer of this.timers) clearInterval(timer);
    keepScreenOn(false);
  },

  async load() {
    const { activityId, of } = this;
    const next = await load(
      () => call("getCheckInCodes", { activityId, of }),
      (reply) => {
        this.codes = reply.codes;
        this.ahead = Date.parse(reply.now) - Date.now();
        return toView(reply, Date.parse(reply.now));
      },
    );
    const { view } = this.data;
    // Without a signal the codes that are there go on; each second would say so again.
    if (next.kind === "failed" && next.code === "no_signal" && view.kind === "ready") return;
    this.setData({ view: afterRefresh<View>(view, next) });
  },

  /** The next code when its moment has come; otherwise one second less. */
  turn() {
    const { view } = this.data;
    if (view.kind !== "ready" || view.isDone) return;
    const { text, seconds } = shownAt(this.codes, Date.now() + this.ahead);
    this.setData({ "view.seconds": seconds, ...(text !== view.text && { "view.text": text }) });
  },

  leave,
});

/** A screen that goes dark between two scans is a nuisance, but no reason to show no code. */
function keepScreenOn(on: boolean): void {
  wx.setKeepScreenOn({ keepScreenOn: on, fail: () => {} });
}
