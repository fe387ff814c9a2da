import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { type ObjectionView, objectionView } from "../objection";

type Status = NonNullable<Api["listObjections"]["input"]["status"]>;
type Ready = Readonly<{ kind: "ready"; rows: readonly ObjectionView[]; more: boolean }>;
type View = Loading | Failed | Ready;

const tabs: ReadonlyArray<Readonly<{ status: Status; title: string; empty: string }>> = [
  { status: "open", title: "等答复", empty: "没有等答复的异议" },
  { status: "answered", title: "已答复", empty: "还没有答复过异议" },
];

const ask = async (status: Status, skip: number): Promise<Ready> => {
  const { rows, more } = await call("listObjections", { status, skip });
  return { kind: "ready", rows: rows.map(objectionView), more };
};

Page({
  data: { pageStyle: pageStyle(), tabs, chosen: 0, view: loading as View },

  /** Coming back from an answer, it no longer waits. */
  onShow() {
    void this.load();
  },

  status(): Status {
    return tabs[this.data.chosen]?.status ?? "open";
  },

  choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ chosen: Number(currentTarget.dataset.index), view: loading });
    void this.load();
  },

  async load() {
    const status = this.status();
    const next = await load(
      () => ask(status, 0),
      (ready) => ready,
    );
    if (status !== this.status()) return; // another tab was chosen meanwhile
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { view } = this.data;
    const status = this.status();
    if (view.kind !== "ready" || !view.more) return;
    const next = await attempt(() => ask(status, view.rows.length));
    if (!next || status !== this.status()) return;
    this.setData({ view: { ...next, rows: [...view.rows, ...next.rows] } });
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset.id);
    void wx.navigateTo({ url: `/packages/publications/answer/index?objectionId=${id}` });
  },
});
