import { call } from "../../services/call";
import { afterRefresh, type Failed, load, loading } from "../../services/load";
import { pageStyle } from "../../services/pageStyle";
import { villageId } from "../../services/village";
import {
  appended,
  firstWish,
  inputOf,
  monthChoices,
  shareCard,
  tabs,
  toView,
  type View,
  type Wish,
} from "./view";

type Picked = WechatMiniprogram.CustomEvent<{ value: string | number }>;
type Tab = WechatMiniprogram.BaseEvent<object, { by: Wish["by"] }>;

const ask = (wish: Wish, skip: number) => call("getBoard", inputOf(villageId(), wish, skip));

Page({
  data: {
    pageStyle: pageStyle(),
    tabs,
    monthChoices,
    wish: firstWish,
    /** Known from the first answer on, the newest first; the pickers show them while a list loads. */
    years: [] as readonly number[],
    yearIndex: 0,
    view: loading as View,
  },

  /** Counts the lists that were begun: what is still on its way for an older one comes too late. */
  list: 0,

  onShow() {
    const { view } = this.data;
    // Somebody who has scrolled down keeps their place; pulling down refreshes.
    if (view.kind !== "ready" || view.pages.length === 1) void this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  onReachBottom() {
    const { view } = this.data;
    if (view.kind === "ready" && view.end === "more") void this.more();
  },

  retry() {
    this.change({});
  },

  chooseTab({ currentTarget }: Tab) {
    this.change({ by: currentTarget.dataset.by });
  },

  chooseYear({ detail }: Picked) {
    this.change({ year: this.data.years[Number(detail.value)] ?? 0 });
  },

  chooseMonth({ detail }: Picked) {
    this.change({ month: Number(detail.value) });
  },

  change(change: Partial<Wish>) {
    const { years } = this.data;
    const wish = { ...this.data.wish, ...change };
    const yearIndex = Math.max(0, years.indexOf(wish.year));
    this.setData({ wish, yearIndex, view: loading });
    void this.refresh();
  },

  async refresh() {
    const list = ++this.list;
    const next = await load(() => ask(this.data.wish, 0), toView);
    if (list !== this.list) return;
    this.setData({
      view: afterRefresh<View>(this.data.view, next),
      ...(next.kind === "ready" && {
        years: next.years,
        yearIndex: next.years.indexOf(next.year),
      }),
    });
  },

  async more() {
    const { list } = this;
    const { view, wish } = this.data;
    if (view.kind !== "ready") return;
    this.setData({ "view.end": "loading" });
    const changes = await load(
      () => ask(wish, view.shown),
      (reply) => appended(view, reply),
    );
    if (list !== this.list) return;
    this.setData(isFailed(changes) ? { "view.end": "failed" } : changes);
  },

  onShareAppMessage(): { title: string; path: string } {
    return shareCard(this.data.view, villageId());
  },
});

const isFailed = (changes: object): changes is Failed => "kind" in changes;
