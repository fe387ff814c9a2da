import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { type Ready, toView } from "./view";

type View = Loading | Failed | Ready;

Page({
  data: { pageStyle: pageStyle(), view: loading as View },

  /** Coming back from a grid, it may be drawn. */
  onShow() {
    void this.load();
  },

  async load() {
    const next = await load(() => call("getGridPeople", {}), toView);
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
});
