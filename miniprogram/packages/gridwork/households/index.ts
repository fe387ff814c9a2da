import { attempt } from "../../../services/attempt";
import { isCare } from "../../../services/care";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { sendWaiting } from "../../../services/sending";
import type { Typed } from "../fields";
import { askList, firstPage } from "../list";
import { type Filter, filters, type Ready, rowView, toView } from "./view";

type View = Loading | Failed | Ready;

/** Between two letters of one word a thumb needs no more: one call a search. */
const pauseMilliseconds = 400;

Page({
  data: {
    pageStyle: pageStyle(),
    care: isCare(),
    view: loading as View,
    filters,
    typed: "",
    filter: "" as Filter | "",
  },
  /** Whose list; "" for one's own grid. */
  gridId: "",
  /** Counts the lists that were begun: what is still on its way for an older one comes too late. */
  list: 0,
  pause: 0,

  /** Coming back from a household, it may stand differently; somebody far down keeps their place. */
  onShow() {
    const { view } = this.data;
    if (view.kind !== "ready" || !view.further) void this.load();
    void sendWaiting();
  },

  onUnload() {
    clearTimeout(this.pause);
  },

  asked(skip: number) {
    const { typed, filter } = this.data;
    return {
      ...{ search: typed.trim(), skip },
      ...(filter && { only: filter }),
      ...(this.gridId && { gridId: this.gridId }),
    };
  },

  /** Only the whole list is kept for where there is no signal: it has the hamlets, and most who live there. */
  async load() {
    const list = ++this.list;
    const { typed, filter } = this.data;
    const isWhole = typed.trim() === "" && filter === "";
    const next = await load(
      async () =>
        isWhole ? firstPage(this.asked(0)) : { value: await askList(this.asked(0)), fresh: true },
      ({ value, fresh }) => toView(value, { typed, filter }, !fresh),
    );
    if (list !== this.list) return;
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { list } = this;
    const { view } = this.data;
    if (view.kind !== "ready" || !view.more) return;
    const reply = await attempt(() => askList(this.asked(view.rows.length)));
    if (!reply || list !== this.list) return;
    const known = new Set(view.rows.map(({ id }) => id));
    const rows = reply.rows.map(rowView).filter(({ id }) => !known.has(id));
    const { more } = reply;
    this.setData({ view: { ...view, rows: [...view.rows, ...rows], more, further: true } });
  },

  search({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value });
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.load(), pauseMilliseconds);
  },

  clear() {
    clearTimeout(this.pause);
    this.setData({ typed: "" });
    void this.load();
  },

  narrow({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const filter = filters.find(({ id }) => id === currentTarget.dataset.id)?.id ?? "";
    this.setData({ filter: filter === this.data.filter ? "" : filter });
    void this.load();
  },

  chooseGrid({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    this.gridId = detail.value;
    void this.load();
  },

  add() {
    const query = this.gridId && `?gridId=${this.gridId}`;
    void wx.navigateTo({ url: `/packages/gridwork/household-form/index${query}` });
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: String(currentTarget.dataset.url) });
  },
});
