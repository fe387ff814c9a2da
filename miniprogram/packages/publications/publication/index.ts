import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { openOnPaper } from "./onPaper";
import { type Ready, toView } from "./view";

type View = Loading | Failed | Ready;
type Reply = Api["getPublication"]["output"];

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    /** The name that was searched for; "" for the whole list. */
    search: "",
  },
  publicationId: "",
  rows: [] as Reply["rows"],
  /** Counts the lists that were begun: what is still on its way for an older one comes too late. */
  list: 0,

  /** A code on the wall says the publication in its scene. */
  onLoad({ publicationId, scene = "" }: { publicationId?: string; scene?: string }) {
    this.publicationId = publicationId ?? decodeURIComponent(scene);
    void this.load();
  },

  async load() {
    const list = ++this.list;
    const { publicationId, data } = this;
    const next = await load(
      () => call("getPublication", { publicationId, search: data.search }),
      (reply) => {
        if (list === this.list) this.rows = reply.rows;
        return toView(reply, reply.rows);
      },
    );
    if (list === this.list) this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { list, publicationId } = this;
    const { view, search } = this.data;
    if (view.kind !== "ready" || !view.more) return;
    const skip = this.rows.length;
    const reply = await attempt(() => call("getPublication", { publicationId, search, skip }));
    if (!reply || list !== this.list) return;
    this.rows = [...this.rows, ...reply.rows];
    this.setData({ view: toView(reply, this.rows) });
  },

  search({ detail }: WechatMiniprogram.Input) {
    const search = String(detail.value).trim();
    if (search === this.data.search) return;
    this.setData({ search });
    void this.load();
  },

  /** An emptied field shows the whole list again, without another tap. */
  onSearch(event: WechatMiniprogram.Input) {
    if (event.detail.value === "") this.search(event);
  },

  showAll() {
    this.setData({ search: "" });
    void this.load();
  },

  object({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    if (view.kind !== "ready" || !view.open) return;
    const { order } = currentTarget.dataset;
    void wx.navigateTo({
      url: `/packages/publications/object/index?publicationId=${view.id}&order=${order}`,
    });
  },

  async print() {
    const { publicationId } = this;
    await attempt(() => openOnPaper(publicationId));
  },

  async copyRoot() {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    // WeChat says itself that it was copied; without consent nothing is.
    await wx.setClipboardData({ data: view.root }).catch(() => undefined);
  },

  onShareAppMessage(): { title: string; path: string } {
    const { view } = this.data;
    return {
      title: view.kind === "ready" ? `${view.title}积分公示` : "积分公示",
      path: `/packages/publications/publication/index?publicationId=${this.publicationId}`,
    };
  },
});
