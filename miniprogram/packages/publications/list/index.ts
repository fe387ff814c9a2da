import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm } from "../../../services/dialogs";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { villageId } from "../../../services/village";
import { type DueView, progressText, type Ready, toView } from "./view";

type View = Loading | Failed | Ready;
type Row = Api["listPublications"]["output"]["rows"][number];

Page({
  data: { pageStyle: pageStyle(), view: loading as View },
  rows: [] as Row[],

  /** Coming back from a publication, or another day, it may stand differently. */
  onShow() {
    void this.load();
  },

  async load() {
    const next = await load(
      () => call("listPublications", { villageId: villageId() }),
      (reply) => {
        this.rows = reply.rows;
        return toView(reply, reply.rows);
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
    const skip = this.rows.length;
    const reply = await attempt(() => call("listPublications", { villageId: villageId(), skip }));
    if (!reply) return;
    this.rows = [...this.rows, ...reply.rows];
    this.setData({ view: toView(reply, this.rows) });
  },

  async publish({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    const due = view.kind === "ready" ? view.due[Number(currentTarget.dataset.index)] : undefined;
    if (!due || !(await confirm(`公示${due.title}？`, due.question, "公示"))) return;
    wx.showLoading({ title: progressText(0), mask: true });
    const done = await attempt(() => this.press(due));
    wx.hideLoading();
    if (done) announce(`${due.title}已经公示`);
    await this.load();
  },

  /** A big village's list is written in several goes. */
  async press({ year, part }: DueView): Promise<true> {
    for (;;) {
      const { left } = await call("publishPeriod", { year, part });
      if (left === 0) return true;
      wx.showLoading({ title: progressText(left), mask: true });
    }
  },

  onShareAppMessage(): { title: string; path: string } {
    return {
      title: "积分公示",
      path: `/packages/publications/list/index?village=${villageId()}`,
    };
  },
});
