import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm, explain } from "../../../services/dialogs";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { newId } from "../../../services/newId";
import { pageStyle } from "../../../services/pageStyle";
import {
  type Form,
  type Mode,
  modes,
  modeTitles,
  newForm,
  numbersInput,
  problemOf,
  questionOf,
  regroupInput,
  type SheetView,
  sheetView,
  withHamlet,
} from "./sheet";
import { type Land, type Ready, toView } from "./view";

type View = Loading | Failed | Ready;

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    /** The form of one grid that is open. */
    sheet: { open: false, busy: false, form: undefined as SheetView | undefined },
    recounting: false,
  },
  land: undefined as Land | undefined,
  form: undefined as Form | undefined,

  onLoad() {
    void this.load();
  },

  async load() {
    const next = await load(
      () => call("getLand", {}),
      (land) => this.opened(land),
    );
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  opened(land: Land): Ready {
    this.land = land;
    return toView(land);
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  /** What can be done with this grid. */
  async openMenu({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset.id);
    const { land } = this;
    const grid = land?.grids.find((one) => one.id === id);
    if (!land || !grid) return;
    const possible = modes.filter((mode) => isPossible(mode, grid.hamlets.length, land));
    const chosen = await wx
      .showActionSheet({ itemList: possible.map((mode) => modeTitles[mode]) })
      .catch(() => undefined);
    const mode = chosen && possible[chosen.tapIndex];
    if (mode) this.change(newForm(mode, grid, newId()));
  },

  change(form: Form) {
    const { land } = this;
    if (!land) return;
    this.form = form;
    this.setData({ sheet: { open: true, busy: false, form: sheetView(land, form) } });
  },

  close() {
    this.setData({ "sheet.open": false });
  },

  tapHamlet({ currentTarget }: WechatMiniprogram.TouchEvent) {
    if (this.form) this.change(withHamlet(this.form, String(currentTarget.dataset.value)));
  },

  tapGrid({ currentTarget }: WechatMiniprogram.TouchEvent) {
    if (this.form) this.change({ ...this.form, intoId: String(currentTarget.dataset.value) });
  },

  /** Typing shows nothing new: the field has it already. */
  onName({ detail }: WechatMiniprogram.Input) {
    if (this.form) this.form = { ...this.form, name: detail.value };
  },

  onNumber({ currentTarget, detail }: WechatMiniprogram.Input) {
    const { form } = this;
    if (!form) return;
    const numbers = { ...form.numbers, [String(currentTarget.dataset.name)]: detail.value };
    this.form = { ...form, numbers };
  },

  async send() {
    const { form, land } = this;
    if (!form || !land || this.data.sheet.busy) return;
    const problem = problemOf(land, form);
    if (problem) return explain(problem);
    if (form.mode === "numbers") {
      return this.finish("存好了", () => call("enterNumbers", numbersInput(form)));
    }
    if (!(await confirm(`${modeTitles[form.mode]}？`, questionOf(land, form), "确定"))) return;
    await this.finish("调整好了，边界要重新画", () => call("regroup", regroupInput(land, form)));
  },

  async count() {
    const { form } = this;
    if (!form) return;
    const text = "填报的数目不再用，以后按台账里登记的数。";
    if (!(await confirm("改按台账数？", text, "改"))) return;
    await this.finish("改好了", () => call("enterNumbers", { gridId: form.gridId, numbers: null }));
  },

  async finish(done: string, act: () => Promise<unknown>) {
    this.setData({ "sheet.busy": true });
    const reply = await attempt(act);
    // After a refusal what was chosen stays.
    this.setData({ "sheet.busy": false, "sheet.open": !reply });
    if (!reply) return;
    announce(done);
    await this.load();
  },

  async recount() {
    if (this.data.recounting) return;
    this.setData({ recounting: true });
    const reply = await attempt(() => call("recountGrids", {}));
    this.setData({ recounting: false });
    if (!reply) return;
    const { length } = reply.differences;
    announce(length === 0 ? "都对得上" : `有${length}处对不上，改过来了`);
    await this.load();
  },
});

/** The last hamlet of a grid goes by merging, and merging needs another grid. */
function isPossible(mode: Mode, hamlets: number, { grids }: Land): boolean {
  if (mode === "merge") return grids.length > 1;
  if (mode === "split") return hamlets > 1;
  return mode === "numbers" || (hamlets > 1 && grids.length > 1);
}
