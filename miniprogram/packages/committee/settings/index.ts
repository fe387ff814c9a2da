import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm } from "../../../services/dialogs";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { dayChoices, openingWarning, type Ready, settingsOf, toView } from "./view";

type View = Loading | Failed | Ready;
type Settings = Api["changeSettings"]["input"];

Page({
  data: { pageStyle: pageStyle(), view: loading as View, dayChoices, opening: false },

  onLoad() {
    void this.load();
  },

  async load() {
    const next = await load(() => call("getSettings", {}), toView);
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  chooseNames({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const boardNames = currentTarget.dataset.value === "masked" ? "masked" : "full";
    void this.change({ boardNames });
  },

  chooseRanked({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void this.change({ boardRanked: currentTarget.dataset.value === "yes" });
  },

  chooseHidden({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void this.change({ fewerThan: Number(currentTarget.dataset.value) });
  },

  chooseObjectionDays({ detail }: WechatMiniprogram.PickerChange) {
    void this.change({ objectionDays: Number(detail.value) + 1 });
  },

  chooseAnswerDays({ detail }: WechatMiniprogram.PickerChange) {
    void this.change({ answerDays: Number(detail.value) + 1 });
  },

  /** Every choice holds at once: there is nothing to be forgotten at the bottom of the page. */
  async change(change: Partial<Settings>) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const changed = await attempt(() =>
      call("changeSettings", { ...settingsOf(view.reply), ...change }),
    );
    if (!changed) return;
    announce("改好了，马上生效");
    this.setData({ view: toView({ ...view.reply, ...changed }) });
  },

  async openYear() {
    const { view } = this.data;
    if (view.kind !== "ready" || this.data.opening) return;
    const { next, openYear } = view.reply;
    if (!(await confirm(`开${next.year}年的账？`, openingWarning(openYear), "开账"))) return;
    this.setData({ opening: true });
    const opened = await attempt(() => call("openYear", { year: next.year }));
    this.setData({ opening: false });
    if (!opened) return;
    announce(`${next.year}年的账开好了，${opened.accounts}本`);
    await this.load();
  },
});
