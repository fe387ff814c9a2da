import type { ChartConfiguration } from "chart.js";
import { call } from "../../../services/call";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { villageId, villageIn } from "../../../services/village";
import { canvasOf } from "../canvas";
import { drawChart } from "../chart-library";
import { chartsOf, type Ready, toView } from "./view";

type View = Loading | Failed | Ready;
type Picked = WechatMiniprogram.CustomEvent<{ value: string | number }>;

const style = pageStyle();
/** By which the page's type has grown. */
const scale = Number(/[\d.]+/.exec(style)?.[0] ?? 1);

Page({
  data: { pageStyle: style, view: loading as View },
  village: "",
  /** 0 for the open year. */
  year: 0,
  drawn: [] as Array<ReturnType<typeof drawChart>>,
  /** Counts what was asked: what is still on its way for another year comes too late. */
  asked: 0,

  onLoad(query: Record<string, string | undefined>) {
    this.village = query.village ? villageIn(query) : villageId();
    this.year = Number(query.year ?? 0);
    void this.load();
  },

  async load() {
    const asked = ++this.asked;
    const { village, year } = this;
    let charts: ReturnType<typeof chartsOf> = {};
    const next = await load(
      () => call("getFigures", { villageId: village, ...(year > 0 && { year }) }),
      (reply) => {
        charts = chartsOf(reply, scale);
        return toView(reply, scale);
      },
    );
    if (asked !== this.asked) return;
    this.setData({ view: afterRefresh<View>(this.data.view, next) }, () => void this.draw(charts));
  },

  async draw(charts: Readonly<Record<string, ChartConfiguration>>) {
    for (const chart of this.drawn.splice(0)) chart.destroy();
    for (const [id, chart] of Object.entries(charts)) {
      const found = await canvasOf(`#${id}`);
      if (!found) continue;
      const { canvas, width, height, pixelRatio } = found;
      Object.assign(canvas, { width, height });
      const options = { ...chart.options, devicePixelRatio: pixelRatio };
      this.drawn.push(drawChart(canvas, { ...chart, options }));
    }
  },

  onUnload() {
    for (const chart of this.drawn) chart.destroy();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  retry() {
    this.setData({ view: loading });
    void this.load();
  },

  chooseYear({ detail }: Picked) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    this.year = view.years[Number(detail.value)] ?? 0;
    this.setData({ view: loading });
    void this.load();
  },

  onShareAppMessage(): { title: string; path: string } {
    const { view } = this.data;
    const title = view.kind === "ready" ? `${view.village}${view.year}年积分图表` : "积分图表";
    const year = view.kind === "ready" ? `&year=${view.year}` : "";
    return { title, path: `/packages/figures/charts/index?village=${this.village}${year}` };
  },
});
