import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { drafts } from "../../../services/drafts";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { onDelivery, sendWaiting } from "../../../services/sending";
import { localViews, type Ready, toView } from "./view";

type View = Loading | Failed | Ready;
type Reply = Api["listMySubmissions"]["output"];

Page({
  data: { pageStyle: pageStyle(), view: loading as View, local: localViews([]) },
  asked: [] as Reply["asked"],
  rows: [] as Reply["rows"],
  stopListening: () => {},

  onLoad() {
    this.stopListening = onDelivery(() => void this.load());
  },

  /** Coming back from a submission, it may stand differently. */
  onShow() {
    void this.load();
    void sendWaiting();
  },

  onUnload() {
    this.stopListening();
  },

  /** What lies on this phone is shown even when the village cannot be reached. */
  async load() {
    const next = await load(
      () => call("listMySubmissions", {}),
      ({ asked, rows, more }) => {
        this.asked = asked;
        this.rows = rows;
        return toView(asked, rows, more);
      },
    );
    this.setData({
      view: afterRefresh(this.data.view, next),
      local: localViews(drafts.all()),
    });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { view } = this.data;
    if (view.kind !== "ready" || !view.more) return;
    const reply = await attempt(() => call("listMySubmissions", { skip: this.rows.length }));
    if (!reply) return;
    const known = new Set(this.rows.map(({ id }) => id));
    this.rows = [...this.rows, ...reply.rows.filter(({ id }) => !known.has(id))];
    this.setData({ view: toView(this.asked, this.rows, reply.more) });
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: String(currentTarget.dataset.address) });
  },

  write() {
    void wx.navigateTo({ url: "/packages/member/submit/index" });
  },
});
