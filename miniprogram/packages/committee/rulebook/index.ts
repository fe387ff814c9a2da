import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm } from "../../../services/dialogs";
import { afterRefresh, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { askDraft, knownDraft } from "../draftDesk";
import { toView, type View } from "./view";

/** The draft of the next rulebook: everything it says, each part a tap away from its form. */
Page({
  data: { pageStyle: pageStyle(), view: loading as View },

  /** Coming back from a form, the draft has changed. */
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
    const next = await load(askDraft, toView);
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async drop() {
    const question = "草稿里的改动都会没有，现行的细则不变。";
    if (!(await confirm("不要这份草稿？", question, "不要了"))) return;
    const { revision } = await knownDraft();
    if (await attempt(() => call("dropDraft", { revision }))) announce("草稿删掉了");
    await this.refresh();
  },
});
