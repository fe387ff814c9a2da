import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { villageId } from "../../../services/village";
import { type Ready, tabs, toView } from "./view";

type View = Loading | Failed | Ready;

const ask = async (chosen: number, skip: number): Promise<Ready> => {
  const kind = tabs[chosen]?.kind;
  const asked = { villageId: villageId(), skip, ...(kind && { kind }) };
  return toView(await call("listStories", asked));
};

Page({
  data: { pageStyle: pageStyle(), tabs, chosen: 0, view: loading as View },

  /** Coming back from a story that was taken back, it is gone. */
  onShow() {
    void this.load();
  },

  choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ chosen: Number(currentTarget.dataset.index), view: loading });
    void this.load();
  },

  async load() {
    const { chosen } = this.data;
    const next = await load(
      () => ask(chosen, 0),
      (ready) => ready,
    );
    if (chosen !== this.data.chosen) return; // another tab was chosen meanwhile
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { view, chosen } = this.data;
    if (view.kind !== "ready" || !view.more) return;
    const next = await attempt(() => ask(chosen, view.rows.length));
    if (!next || chosen !== this.data.chosen) return;
    this.setData({ view: { ...next, rows: [...view.rows, ...next.rows] } });
  },

  onShareAppMessage(): { title: string; path: string } {
    return { title: "村里的微故事", path: `/packages/stories/feed/index?village=${villageId()}` };
  },
});
