import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { scanToCheckIn } from "../checkIn";
import { type Ready, toView } from "./view";

type View = Loading | Failed | Ready;
type Reply = Api["listActivities"]["output"];

Page({
  data: { pageStyle: pageStyle(), view: loading as View },
  /** The first page, and all past ones so far. */
  reply: undefined as Reply | undefined,
  past: [] as Reply["past"],

  /** Coming back from an activity, it may stand otherwise. */
  onShow() {
    void this.load();
  },

  async load() {
    const next = await load(
      () => call("listActivities", {}),
      (reply) => {
        this.reply = reply;
        this.past = reply.past;
        return toView(reply);
      },
    );
    this.setData({ view: afterRefresh(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { view } = this.data;
    const { reply, past } = this;
    if (view.kind !== "ready" || !view.more || !reply) return;
    const next = await attempt(() => call("listActivities", { skip: past.length }));
    if (!next) return;
    const known = new Set(past.map(({ id }) => id));
    this.past = [...past, ...next.past.filter(({ id }) => !known.has(id))];
    this.setData({ view: toView(reply, this.past, next.more) });
  },

  async scan() {
    const activityId = await scanToCheckIn();
    if (activityId) await this.load();
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset.id);
    void wx.navigateTo({ url: `/packages/activities/activity/index?activityId=${id}` });
  },

  plan() {
    void wx.navigateTo({ url: "/packages/activities/plan/index" });
  },
});
