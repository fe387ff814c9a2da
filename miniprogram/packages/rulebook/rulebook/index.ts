import { call, Refused } from "../../../services/call";
import { explain } from "../../../services/dialogs";
import { afterRefresh, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { villageId } from "../../../services/village";
import { type Reply, shareCard, toView, type View } from "./view";

Page({
  data: { pageStyle: pageStyle(), view: loading as View, typed: "" },
  /** What the village answered last, and for which day it was asked; "" for today. */
  reply: undefined as Reply | undefined,
  day: "",

  onLoad() {
    void this.load();
  },

  async load() {
    const { day } = this;
    const next = await load(
      () => ask(day),
      (reply) => this.viewOf(reply),
    );
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  retry() {
    this.setData({ view: loading });
    void this.load();
  },

  viewOf(reply: Reply): View {
    this.reply = reply;
    return toView(reply, this.day || reply.effectiveFrom, this.data.typed);
  },

  search({ detail }: WechatMiniprogram.Input) {
    this.searchFor(detail.value);
  },

  clear() {
    this.searchFor("");
  },

  searchFor(typed: string) {
    this.data.typed = typed;
    this.setData({ typed, ...(this.reply && { view: this.viewOf(this.reply) }) });
  },

  /** An older version, as it held on a day; one before the first leaves what is shown. */
  async chooseDay({ detail }: WechatMiniprogram.PickerChange) {
    const day = String(detail.value);
    const reply = await ask(day).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      explain(error.code === "not_found" ? "那一天还没有细则。" : error.message);
    });
    if (!reply) return;
    this.day = day;
    this.setData({ view: this.viewOf(reply) });
  },

  onShareAppMessage(): { title: string; path: string } {
    return shareCard(this.data.view, villageId());
  },
});

const ask = (day: string) =>
  call("getRulebook", { villageId: villageId(), ...(day === "" ? {} : { day }) });
