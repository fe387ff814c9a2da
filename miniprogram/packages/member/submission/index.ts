import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm } from "../../../services/dialogs";
import { drafts } from "../../../services/drafts";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { type Ready, toView } from "./view";

type View = Loading | Failed | Ready;

Page({
  data: { pageStyle: pageStyle(), view: loading as View },
  submissionId: "",

  onLoad({ submissionId = "" }: { submissionId?: string }) {
    this.submissionId = submissionId;
  },

  /** Coming back from mending, it waits again. */
  onShow() {
    void this.load();
  },

  async load() {
    const { submissionId } = this;
    const next = await load(() => call("getSubmission", { submissionId }), toView);
    this.setData({ view: afterRefresh(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  preview({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    void wx.previewImage({ urls: [...view.photos], current: String(currentTarget.dataset.src) });
  },

  mend() {
    void wx.navigateTo({
      url: `/packages/member/submit/index?submissionId=${this.submissionId}&resubmit=1`,
    });
  },

  async answer({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { submissionId } = this;
    const answer = currentTarget.dataset.answer === "yes" ? "yes" : "no";
    // A yes can be seen and is checked by the reviewer; a no takes something away for good.
    if (answer === "no" && !(await confirm("您没有参加？", "说了就不能再改。", "没参加"))) return;
    const answered = await attempt(() => call("answerParticipation", { submissionId, answer }));
    if (answered) announce(answer === "yes" ? "好的，记下了" : "好的，不给您记分");
    await this.load();
  },

  async withdraw() {
    const { submissionId } = this;
    if (!(await confirm("撤回申报", "撤回以后不再审核，也不计分。", "撤回"))) return;
    if (await attempt(() => call("withdrawSubmission", { submissionId }))) {
      drafts.drop(submissionId); // what was begun to mend it
      announce("已撤回");
    }
    await this.load();
  },

  /** Into the branch's chat: its tap opens the review. */
  onShareAppMessage(): { title: string; path: string } {
    const { view } = this.data;
    return {
      title: view.kind === "ready" ? `请审核我的“${view.rule}”申报` : "请审核我的申报",
      path: `/packages/review/review/index?submissionId=${this.submissionId}`,
    };
  },
});
