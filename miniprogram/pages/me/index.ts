import { call } from "../../services/call";
import { chooseCare, isCare } from "../../services/care";
import { afterRefresh, load, loading } from "../../services/load";
import { askNotices } from "../../services/notices";
import { openSignIn } from "../../services/openSignIn";
import { pageStyle } from "../../services/pageStyle";
import { villageId } from "../../services/village";
import { forVisitor, toView, type View } from "./view";

Page({
  data: { pageStyle: pageStyle(), care: isCare(), view: loading as View, sessionFrom: "" },

  /** The chat answers whoever has not signed in about the village that they look at. */
  onLoad() {
    this.setData({ sessionFrom: `village=${villageId()}` });
  },

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
    const next = forVisitor(await load(() => call("getMe", {}), toView));
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  signIn() {
    openSignIn();
  },

  async allowNotices() {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const allowed = await askNotices(view.notices.map(({ kind }) => kind));
    if (allowed) await this.refresh();
  },

  changeCare({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    chooseCare(detail.value, "/pages/me/index");
  },

  readPrivacy() {
    wx.openPrivacyContract({});
  },
});
