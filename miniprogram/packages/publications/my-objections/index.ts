import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { type ObjectionView, objectionView } from "../objection";

type Ready = Readonly<{ kind: "ready"; rows: readonly ObjectionView[]; more: boolean }>;
type View = Loading | Failed | Ready;

const ask = async (skip: number): Promise<Ready> => {
  const { rows, more } = await call("listMyObjections", { skip });
  return { kind: "ready", rows: rows.map(objectionView), more };
};

Page({
  data: { pageStyle: pageStyle(), view: loading as View },

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
