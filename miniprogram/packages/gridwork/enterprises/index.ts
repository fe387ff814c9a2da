import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { askOrKept } from "../../../services/kept";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import type { Typed } from "../fields";
import { type Ready, rowView, toView } from "./view";

type View = Loading | Failed | Ready;

Page({
  data: { pageStyle: pageStyle(), view: loading as View },
  /** Whose list; "" for one's own grid. */
  gridId: "",

  onLoad({ gridId = "" }: { gridId?: string }) {
    this.gridId = gridId;
  },

  onShow() {
    void this.load();
  },

  asked(skip: number) {
    return { skip, ...(this.gridId && { gridId: this.gridId }) };
  },

  async load() {
    const next = await load(
      () => askOrKept("enterprises", () => call("listEnterprises", this.asked(0))),
      ({ value, fresh }) => toView(value, !fresh),
    );
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { view } = this.data;
    if (view.kind !== "ready" || !view.more) return;
    const reply = await attempt(() => call("listEnterprises", this.asked(view.rows.length)));
    if (!reply) return;
    const known = new Set(view.rows.map(({ id }) => id));
    const fresh = reply.rows.map((row) => rowView(row, reply.gridId));
    const rows = [...view.rows, ...fresh.filter(({ id }) => !known.has(id))];
    this.setData({ view: { ...view, rows, more: reply.more } });
  },

  chooseGrid({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    this.gridId = detail.value;
    void this.load();
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: String(currentTarget.dataset.url) });
  },

  add() {
    const { view } = this.data;
    const query = view.kind === "ready" ? `?gridId=${view.gridId}` : "";
    void wx.navigateTo({ url: `/packages/gridwork/enterprise-form/index${query}` });
  },

  call({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.makePhoneCall({ phoneNumber: String(currentTarget.dataset.phone), fail: () => {} });
  },
});
