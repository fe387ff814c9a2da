import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { type Ready, type Status, tabs, toView } from "./view";

type View = Loading | Failed | Ready;

const ask = async (status: Status, skip: number): Promise<Ready> =>
  toView(await call("listNominations", { status, skip }));

Page({
  data: { pageStyle: pageStyle(), tabs, chosen: 0, view: loading as View, busy: false },

  onShow() {
    void this.load();
  },

  status(): Status {
    return tabs[this.data.chosen]?.status ?? "open";
  },

  choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ chosen: Number(currentTarget.dataset.index), view: loading });
    void this.load();
  },

  async load() {
    const status = this.status();
    const next = await load(
      () => ask(status, 0),
      (ready) => ready,
    );
    if (status !== this.status()) return; // another tab was chosen meanwhile
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { view } = this.data;
    const status = this.status();
    if (view.kind !== "ready" || !view.more) return;
    const next = await attempt(() => ask(status, view.rows.length));
    if (!next || status !== this.status()) return;
    this.setData({ view: { ...next, rows: [...view.rows, ...next.rows] } });
  },

  note({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void this.close(String(currentTarget.dataset.id), "noted");
  },

  async begin({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, name } = currentTarget.dataset;
    if (!(await this.close(String(id), "story"))) return;
    const about = encodeURIComponent(String(name));
    void wx.navigateTo({ url: `/packages/stories/write/index?name=${about}` });
  },

  /** @returns whether it is closed now */
  async close(nominationId: string, outcome: "story" | "noted"): Promise<boolean> {
    if (this.data.busy) return false;
    this.setData({ busy: true });
    const closed = await attempt(() => call("closeNomination", { nominationId, outcome }));
    this.setData({ busy: false });
    await this.load();
    return closed !== undefined;
  },
});
