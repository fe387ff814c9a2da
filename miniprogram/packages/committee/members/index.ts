import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { plainDigits } from "../digits";
import { type Ready, targetOf, toView } from "./view";

type View = Loading | Failed | Ready;

const ask = (typed: string, skip: number) =>
  call("listMembers", { search: plainDigits(typed).trim(), skip });

Page({
  data: { pageStyle: pageStyle(), view: loading as View, typed: "", target: targetOf("") },

  /** Counts the lists that were begun: what is still on its way for an older one comes too late. */
  list: 0,

  onLoad({ to = "" }: { to?: string }) {
    const target = targetOf(to);
    this.setData({ target });
    if (target.title) wx.setNavigationBarTitle({ title: target.title });
  },

  /** Coming back from a member, something may have changed; somebody far down keeps their place. */
  onShow() {
    const { view } = this.data;
    if (view.kind !== "ready" || !view.further) void this.load();
  },

  async load() {
    const list = ++this.list;
    const { typed } = this.data;
    const next = await load(() => ask(typed, 0), toView);
    if (list !== this.list) return;
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { list } = this;
    const { view, typed } = this.data;
    if (view.kind !== "ready" || !view.more) return;
    const reply = await attempt(() => ask(typed, view.rows.length));
    if (!reply || list !== this.list) return;
    const { rows, more } = toView(reply);
    this.setData({ view: { ...view, rows: [...view.rows, ...rows], more, further: true } });
  },

  search({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value });
    void this.load();
  },

  clear() {
    this.setData({ typed: "" });
    void this.load();
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { page } = this.data.target;
    const id = String(currentTarget.dataset.id);
    void wx.navigateTo({ url: `/packages/committee/${page}/index?memberId=${id}` });
  },
});
