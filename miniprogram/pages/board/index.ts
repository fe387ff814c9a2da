import { call } from "../../services/call";
import { isCare } from "../../services/care";
import { afterRefresh, type Failed, load, loading } from "../../services/load";
import { pageStyle } from "../../services/pageStyle";
import { villageId } from "../../services/village";
import { appended, shareCard, shownWish, tabs, toView, type View } from "./view";
import { firstWish, inputOf, partChoices, queryOf, type Wish, wishOf } from "./wish";

type Picked = WechatMiniprogram.CustomEvent<{ value: string | number }>;
type Tap<Data extends object> = WechatMiniprogram.BaseEvent<object, Data>;

const ask = (wish: Wish, skip: number) => call("getBoard", inputOf(villageId(), wish, skip));

const calendarMonths = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));

Page({
  data: {
    pageStyle: pageStyle(),
    care: isCare(),
    tabs,
    wish: firstWish,
    /** Known from the first answer on; the pickers show them while a list loads. */
    years: [] as readonly number[],
    yearIndex: 0,
    parts: [] as readonly string[],
    partIndex: 0,
    view: loading as View,
  },

  /** Counts the lists that were begun: what is still on its way for an older one comes too late. */
  list: 0,
  /** In the order of the village's year, as the last answer had it. */
  choices: partChoices(calendarMonths),

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ wish: wishOf(query) });
  },

  onShow() {
    const { view } = this.data;
    // Somebody who has scrolled down keeps their place; pulling down refreshes.
    if (view.kind !== "ready" || (view.pages.length === 1 && view.start === 0)) void this.refresh();
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

  chooseTab({ currentTarget }: Tap<{ by: Wish["by"] }>) {
    this.change({ by: currentTarget.dataset.by });
  },

  chooseYear({ detail }: Picked) {
    this.change({ year: this.data.years[Number(detail.value)] ?? 0 });
  },

  choosePart({ detail }: Picked) {
    this.change({ part: this.choices[Number(detail.value)]?.part ?? firstWish.part });
  },

  chooseOrder({ currentTarget }: Tap<{ order: Wish["order"] }>) {
    this.change({ order: currentTarget.dataset.order });
  },

  search({ detail }: WechatMiniprogram.Input) {
    const search = String(detail.value).trim();
    if (search !== this.data.wish.search) this.change({ search });
  },

  /** An emptied field shows the whole list again, without another tap. */
  onSearch(event: WechatMiniprogram.Input) {
    if (event.detail.value === "") this.search(event);
  },

  showAll() {
    this.change({ search: "" });
  },

  change(change: Partial<Wish>) {
    const { years } = this.data;
    const wish = { ...this.data.wish, ...change };
    this.setData({
      wish,
      yearIndex: Math.max(0, years.indexOf(wish.year)),
      partIndex: this.indexOfPart(wish.part),
      view: loading,
    });
    void this.refresh();
  },

  indexOfPart(part: string): number {
    return Math.max(
      0,
      this.choices.findIndex((choice) => choice.part === part),
    );
  },

  toMine() {
    const { view } = this.data;
    if (view.kind === "ready" && view.mine) void this.refresh(view.mine.skip);
  },

  toFirst() {
    void this.refresh();
  },

  /** @param start where in the list to begin */
  async refresh(start = 0) {
    const list = ++this.list;
    const { wish } = this.data;
    const next = await load(
      () => ask(wish, start),
      (reply) => {
        this.choices = partChoices(reply.months);
        return toView(reply, wish, start);
      },
    );
    if (list !== this.list) return;
    this.setData({
      view: afterRefresh<View>(this.data.view, next),
      ...(next.kind === "ready" && {
        years: next.years,
        yearIndex: next.years.indexOf(next.year),
        parts: next.parts,
        partIndex: this.indexOfPart(wish.part),
      }),
    });
  },

  async more() {
    const { list } = this;
    const { view, wish } = this.data;
    if (view.kind !== "ready") return;
    this.setData({ "view.end": "loading" });
    const changes = await load(
      () => ask(wish, view.start + view.shown),
      (reply) => appended(view, reply),
    );
    if (list !== this.list) return;
    this.setData(isFailed(changes) ? { "view.end": "failed" } : changes);
  },

  openFigures() {
    const { view } = this.data;
    const year = view.kind === "ready" ? `&year=${view.year}` : "";
    void wx.navigateTo({
      url: `/packages/figures/charts/index?village=${villageId()}${year}`,
    });
  },

  openPicture() {
    const { view, wish } = this.data;
    void wx.navigateTo({
      url: `/packages/figures/share/index?village=${villageId()}&${queryOf(shownWish(view, wish))}`,
    });
  },

  onShareAppMessage(): { title: string; path: string } {
    return shareCard(this.data.view, this.data.wish, villageId());
  },
});

const isFailed = (changes: object): changes is Failed => "kind" in changes;
