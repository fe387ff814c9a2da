import { call } from "../../services/call";
import { isCare } from "../../services/care";
import { afterRefresh, load, loading } from "../../services/load";
import { openSignIn } from "../../services/openSignIn";
import { pageStyle } from "../../services/pageStyle";
import { villageId } from "../../services/village";
import { shareCard, toView, type View } from "./view";

Page({
  data: { pageStyle: pageStyle(), care: isCare(), view: loading as View },

  onShow() {
    void this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  retry() {
    this.setData({ view: loading });
    void this.refresh();
  },

  async refresh() {
    const next = await load(() => call("getHome", { villageId: villageId() }), toView);
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  submit() {
    wx.navigateTo({ url: "/packages/member/submit/index" });
  },

  signIn() {
    openSignIn();
  },

  onShareAppMessage(): { title: string; path: string } {
    return shareCard(this.data.view, villageId());
  },
});
