import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { askNotice } from "../../../services/notices";
import { pageStyle } from "../../../services/pageStyle";
import { type Ready, toView } from "./view";

type View = Loading | Failed | Ready;
type Rows = Api["listDecisions"]["output"]["rows"];

Page({
  data: { pageStyle: pageStyle(), view: loading as View },
  rows: [] as Rows,

  /** Coming back from a decision, it stands otherwise. */
  onShow() {
    void this.load();
  },

  async load() {
    const next = await load(
      () => call("listDecisions", {}),
      ({ rows, more }) => {
        this.rows = rows;
        return toView(rows, more);
      },
    );
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { view } = this.data;
    if (view.kind !== "ready" || !view.more) return;
    const reply = await attempt(() => call("listDecisions", { skip: this.rows.length }));
    if (!reply) return;
    const known = new Set(this.rows.map(({ id }) => id));
    this.rows = [...this.rows, ...reply.rows.filter(({ id }) => !known.has(id))];
    this.setData({ view: toView(this.rows, reply.more) });
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset.id);
    void wx.navigateTo({ url: `/packages/committee/decision/index?decisionId=${id}` });
  },

  propose() {
    void wx.navigateTo({ url: "/packages/committee/members/index?to=decide" });
  },

  allowNotice() {
    void askNotice("toReview");
  },
});
