import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { confirm } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { noSignals, signalsView } from "./signals";
import {
  decidedText,
  type Finished,
  nextOf,
  type Ready,
  returnReasons,
  toView,
  undoneText,
} from "./view";

type View = Loading | Failed | Ready | Finished;
type Decision = Api["reviewSubmission"]["input"];

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    returnReasons,
    returning: { open: false, busy: false },
    /** What has just been decided, above the next one. */
    decided: "",
    /** The submission whose decision can be taken back from there; "" for none. */
    undoable: "",
    signals: noSignals,
    /** Participants whom the reviewer knows to have taken part, by id. */
    attested: {} as Record<string, boolean>,
  },
  submissionId: "",

  onLoad({ submissionId = "" }: { submissionId?: string }) {
    this.submissionId = submissionId;
    void this.load();
  },

  async load() {
    const { submissionId } = this;
    const next = await load(() => call("getSubmission", { submissionId }), toView);
    const view: View = afterRefresh(this.data.view, next);
    this.setData({ view });
    if (view.kind === "ready" && view.mayReview) void this.look(view);
  },

  /** After everything else is drawn, as it takes a while; without an answer there is nothing to say. */
  async look(view: Ready) {
    const signals = await call("getSignals", { submissionId: view.id }).catch(() => undefined);
    if (signals && this.submissionId === view.id) {
      this.setData({ signals: signalsView(signals, view) });
    }
  },

  showSignals() {
    void wx.pageScrollTo({ selector: "#look", offsetTop: -16 });
  },

  toggleAttested({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset.id);
    this.setData({ [`attested.${id}`]: !this.data.attested[id] });
  },

  /** The earlier case is read in a page of its own; what is decided here stays open. */
  openCase({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const url = String(currentTarget.dataset.url);
    if (url !== "") void wx.navigateTo({ url });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  preview({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const urls = view.photos.map(({ address }) => address);
    void wx.previewImage({ urls, current: String(currentTarget.dataset.src) });
  },

  previewPair({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { src, urls } = currentTarget.dataset;
    void wx.previewImage({ urls, current: String(src) });
  },

  async approve({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const grade = view.grades.find(({ id }) => id === currentTarget.dataset.id);
    if (!grade || !(await confirm("通过这条申报？", grade.question, "通过"))) return;
    const { submissionId } = this;
    const attested = view.participants
      .map(({ memberId }) => memberId)
      .filter((id) => this.data.attested[id]);
    await this.decide({ decision: "approve", submissionId, gradeId: grade.id, attested }, view);
  },

  openReturn() {
    this.setData({ returning: { open: true, busy: false } });
  },

  closeReturn() {
    this.setData({ "returning.open": false });
  },

  async giveBack({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const { submissionId } = this;
    this.setData({ "returning.busy": true });
    await this.decide({ decision: "return", submissionId, reason: detail.reason }, view);
  },

  async decide(decision: Decision, about: Ready) {
    wx.showLoading({ title: "正在办理", mask: true });
    const decided = await attempt(() => call("reviewSubmission", decision));
    wx.hideLoading();
    // After a refusal what was written stays.
    this.setData({ "returning.busy": false, ...(decided && { "returning.open": false }) });
    if (decided) await this.goOn(decidedText(about, decided));
    else await this.load();
  },

  /** The one that has waited longest comes up, under the words about the one just decided. */
  async goOn(decided: string) {
    const next = await load(
      () => call("getReviewQueue", {}),
      (queue) => nextOf(queue, this.submissionId),
    );
    const undoable = this.submissionId;
    if (next.kind === "next") await this.show(next.id, { decided, undoable });
    else this.setData({ decided, undoable, view: next });
  },

  /** Another submission, under the words about what has just been done. */
  async show(submissionId: string, words: Readonly<{ decided: string; undoable: string }>) {
    this.submissionId = submissionId;
    this.setData({ ...words, view: loading, attested: {}, signals: noSignals });
    await this.load();
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  /** Takes back what was decided here last, or about the one on the screen; it is to be reviewed anew. */
  async undo({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const submissionId = String(currentTarget.dataset.id);
    if (!(await confirm("撤销这次审核？", "记过的分会冲正，再由您重新审核。", "撤销"))) return;
    if (!(await attempt(() => call("undoReview", { submissionId })))) return;
    await this.show(submissionId, { decided: undoneText, undoable: "" });
  },

  leave,

  onShareAppMessage(): { title: string; path: string } {
    const { view } = this.data;
    return {
      title: view.kind === "ready" ? `请审核：${view.member}的“${view.rule}”` : "请审核履职申报",
      path: `/packages/review/review/index?submissionId=${this.submissionId}`,
    };
  },
});
