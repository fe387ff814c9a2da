import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { villageId } from "../../../services/village";
import { draftStore } from "../drafts";
import { type Ready, toView } from "./view";

type View = Loading | Failed | Ready;

const reasons = ["请再核对一下事实", "写得太短，请多写几句", "照片看不清，请换一张"];

Page({
  data: {
    ...{ pageStyle: pageStyle(), view: loading as View, reasons },
    ...{ looked: false, returning: false, busy: false },
  },
  storyId: "",

  onLoad({ storyId = "" }: { storyId?: string }) {
    this.storyId = storyId;
  },

  onShow() {
    void this.load();
  },

  async load() {
    const { storyId } = this;
    const next = await load(() => call("getStory", { storyId }), toView);
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  preview({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const urls = view.pictures.map(({ src }) => src);
    void wx.previewImage({ urls, current: String(currentTarget.dataset.src) });
  },

  toggleLooked() {
    this.setData({ looked: !this.data.looked });
  },

  async publish() {
    const { view, looked } = this.data;
    if (view.kind !== "ready") return;
    if (view.lookAt !== "" && !looked) {
      announce("请先看过，再勾上");
      return;
    }
    if (!(await confirm("发布这一篇？", "全村的人都看得到，也可以转发。", "发布"))) return;
    const { storyId } = this;
    const { revision } = view;
    await this.decide(() => call("publishStory", { storyId, revision, looked }), "已经发布");
  },

  askReason() {
    this.setData({ returning: true });
  },

  closeReason() {
    this.setData({ returning: false });
  },

  async giveBack({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const { storyId } = this;
    const { revision } = view;
    const { reason } = detail;
    await this.decide(() => call("returnStory", { storyId, revision, reason }), "已经退回");
    this.setData({ returning: false });
  },

  async decide(act: () => Promise<unknown>, said: string) {
    if (this.data.busy) return;
    this.setData({ busy: true });
    if (await attempt(act)) announce(said);
    this.setData({ busy: false });
    await this.load(); // somebody else may have decided
  },

  async sendAgain() {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const { storyId } = this;
    const { revision } = view;
    await this.decide(() => call("handInStory", { storyId, revision }), "送去检查了");
  },

  edit() {
    void wx.navigateTo({ url: `/packages/stories/write/index?storyId=${this.storyId}` });
  },

  async withdraw() {
    const { storyId } = this;
    const lost = "马上就看不到了，文字和照片都会删掉，找不回来。";
    if (!(await confirm("撤下这一篇？", lost, "撤下"))) return;
    if (!(await attempt(() => call("withdrawStory", { storyId })))) return;
    draftStore.drop(storyId);
    announce("已经撤下");
    leave();
  },

  onShareAppMessage(): { title: string; path: string } {
    const { view } = this.data;
    return {
      title: view.kind === "ready" && view.mayShare ? view.title : "村里的微故事",
      path: `/packages/stories/story/index?storyId=${this.storyId}&village=${villageId()}`,
    };
  },
});
