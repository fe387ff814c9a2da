import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm } from "../../../services/dialogs";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { type Ready, rejectReasons, toView } from "./view";

type View = Loading | Failed | Ready;
type Answer = Api["confirmDecision"]["input"];

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    rejectReasons,
    rejecting: { open: false, busy: false },
  },
  decisionId: "",

  onLoad({ decisionId = "" }: { decisionId?: string }) {
    this.decisionId = decisionId;
    void this.load();
  },

  async load() {
    const { decisionId } = this;
    const next = await load(() => call("getDecision", { decisionId }), toView);
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async confirm() {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    if (!(await confirm("确认记账？", view.question, "确认"))) return;
    await this.answer({ decision: "confirm", decisionId: this.decisionId }, "已经记账");
  },

  openReject() {
    this.setData({ rejecting: { open: true, busy: false } });
  },

  closeReject() {
    this.setData({ "rejecting.open": false });
  },

  async reject({ detail: { reason } }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    this.setData({ "rejecting.busy": true });
    const { decisionId } = this;
    const made = await this.answer({ decision: "reject", decisionId, reason }, "没有同意");
    // After a refusal what was written stays.
    this.setData({ "rejecting.busy": false, "rejecting.open": !made });
  },

  async answer(answer: Answer, done: string) {
    wx.showLoading({ title: "正在办理", mask: true });
    const made = await attempt(() => call("confirmDecision", answer));
    wx.hideLoading();
    if (made) announce(done);
    await this.load();
    return made !== undefined;
  },

  async withdraw() {
    if (!(await confirm("撤回这次记分？", "撤回以后，要记的话得重新提。", "撤回"))) return;
    const { decisionId } = this;
    if (await attempt(() => call("withdrawDecision", { decisionId }))) announce("已撤回");
    await this.load();
  },

  onShareAppMessage(): { title: string; path: string } {
    const { view } = this.data;
    return {
      title: view.kind === "ready" ? `请确认：${view.member}的“${view.rule}”` : "请确认一次记分",
      path: `/packages/committee/decision/index?decisionId=${this.decisionId}`,
    };
  },
});
