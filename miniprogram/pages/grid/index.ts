import type { Api } from "../../../core/api.ts";
import { call } from "../../services/call";
import { isCare } from "../../services/care";
import { afterRefresh, load, loading } from "../../services/load";
import { pageStyle } from "../../services/pageStyle";
import { villageId } from "../../services/village";
import { gridAt, type Land, landOf, type Point } from "./land";
import { type Detail, toDetail, toView, type View } from "./view";

type Grids = Api["getGridMap"]["output"]["grids"];

/** The map draws text itself, and knows nothing of the page's sizes. */
const nameSize = (): number => (isCare() ? 18 : 14);

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    /** Undefined while nothing is drawn. */
    land: undefined as Land | undefined,
    /** The list says everything that the map does; old eyes get it first. */
    asList: isCare(),
    openId: "",
    detail: loading as Detail,
  },

  /** As the server sent them, for taps on the map. */
  grids: [] as Grids,

  onShow() {
    void this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  retry() {
    this.setData({ view: loading });
    void this.refresh();
  },

  async refresh() {
    const asked = this.data.openId;
    const next = await load(
      () => call("getGridMap", { villageId: villageId(), ...(asked && { gridId: asked }) }),
      (reply) => {
        this.grids = reply.grids;
        const { gridId: openId = "", ...detail } = reply.open ?? { posts: [], stories: [] };
        const land = landOf(this.grids, openId, nameSize());
        return { ...toView(reply), opened: { openId, land, detail: toDetail(detail) } };
      },
    );
    if (next.kind !== "ready") {
      this.setData({ view: afterRefresh<View>(this.data.view, next) });
      return;
    }
    const { opened, ...view } = next;
    // Somebody may have tapped another grid meanwhile.
    this.setData({ view, ...(this.data.openId === asked && opened) });
  },

  /** Opens a grid; a second tap in the list closes it. */
  async open(gridId: string) {
    const { polygons = [], markers = [] } = landOf(this.grids, gridId, nameSize()) ?? {};
    // The corners stay as they are: the map would move back to all of them.
    const drawn = this.data.land ? { "land.polygons": polygons, "land.markers": markers } : {};
    this.setData({ openId: gridId, detail: loading, ...drawn });
    if (gridId) await this.loadDetail(gridId);
  },

  async loadDetail(gridId: string) {
    const detail = await load(() => call("getGrid", { villageId: villageId(), gridId }), toDetail);
    if (this.data.openId === gridId) this.setData({ detail });
  },

  retryDetail() {
    this.setData({ detail: loading });
    void this.loadDetail(this.data.openId);
  },

  showMap() {
    const { openId, view } = this.data;
    this.setData({ asList: false });
    if (!openId && view.kind === "ready") void this.open(view.grids[0]?.id ?? "");
  },

  showList() {
    this.setData({ asList: true });
  },

  choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset.id);
    void this.open(this.data.asList && id === this.data.openId ? "" : id);
  },

  tapMap({ detail }: WechatMiniprogram.CustomEvent<Point>) {
    const grid = gridAt(this.grids, detail);
    if (grid) void this.open(grid.id);
  },

  tapName({ detail }: WechatMiniprogram.CustomEvent<{ markerId: number }>) {
    const grid = this.grids[detail.markerId - 1];
    if (grid) void this.open(grid.id);
  },

  callPhone({ currentTarget }: WechatMiniprogram.TouchEvent) {
    // Whoever thinks better of it has not failed.
    wx.makePhoneCall({ phoneNumber: String(currentTarget.dataset.phone), fail: () => {} });
  },

  onShareAppMessage(): { title: string; path: string } {
    const { view } = this.data;
    const name = view.kind === "ready" ? view.village : "";
    return { title: `${name}网格图`, path: `/pages/grid/index?village=${villageId()}` };
  },
});
