import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { type Ready, toView } from "../rows";

type View = Loading | Failed | Ready;

const ask = async (skip: number): Promise<Ready> => toView(await call("listMyStories", { skip }));

Page({
  data: { pageStyle: pageStyle(), view: loading as View },

  /** Coming back from a story, it may stand otherwise. */
  onShow() {
    void this.load();
  },

  async load() {
    const next = await load(
      () => ask(0),
      (ready) => ready,
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
    const next = await attempt(() => ask(view.rows.length));
    if (next) this.setData({ view: { ...next, rows: [...view.rows, ...next.rows] } });
  },
});
