import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { villageId } from "../../../services/village";
import { type Ready, toView } from "./view";

type View = Loading | Failed | Ready;

Page({
  data: { pageStyle: pageStyle(), view: loading as View },
  rows: [] as Api["listHonours"]["output"]["rows"],
  /** How many the village has read for these rows. */
  read: 0,

  onLoad() {
    void this.load();
  },

  async load() {
    const next = await load(
      () => call("listHonours", { villageId: villageId() }),
      ({ rows, read, more }) => {
        this.rows = rows;
        this.read = read;
        return toView(rows, more);
      },
    );
    this.setData({ view: afterRefresh(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { view } = this.data;
    if (view.kind !== "ready" || !view.more) return;
    const ask = () => call("listHonours", { villageId: villageId(), skip: this.read });
    const reply = await attempt(ask);
    if (!reply) return;
    this.rows = [...this.rows, ...reply.rows];
    this.read += reply.read;
    this.setData({ view: toView(this.rows, reply.more) });
  },

  onShareAppMessage(): { title: string; path: string } {
    const village = villageId();
    return { title: "村里的荣誉册", path: `/packages/member/honours/index?village=${village}` };
  },
});
