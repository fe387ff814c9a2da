import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, explain } from "../../../services/dialogs";
import { load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import {
  foundView,
  inputOf,
  type Office,
  strangePhone,
  toView,
  type View,
  withoutPerson,
  withPerson,
  withPhone,
} from "./view";

const officeOf = ({ currentTarget }: WechatMiniprogram.BaseEvent): Office =>
  currentTarget.dataset.office === "leader" ? "leader" : "staff";

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    /** Whom the sheet looks for; "" while it is closed. */
    looking: "" as Office | "",
    typed: "",
    found: [] as ReturnType<typeof foundView>,
    saving: false,
  },

  gridId: "",

  onLoad({ gridId = "" }: { gridId?: string }) {
    this.gridId = gridId;
    void this.load();
  },

  async load() {
    const view = await load(
      () => call("getGridPeople", {}),
      (reply) => toView(reply, this.gridId),
    );
    this.setData({ view });
  },

  look(event: WechatMiniprogram.TouchEvent) {
    this.setData({ looking: officeOf(event), typed: "", found: [] });
    void this.find("");
  },

  closeSheet() {
    this.setData({ looking: "" });
  },

  type({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value });
    void this.find(detail.value);
  },

  async find(search: string) {
    const reply = await attempt(() => call("listMembers", { search: search.trim() }));
    // What was asked for an older text comes too late.
    if (reply && search === this.data.typed) this.setData({ found: foundView(reply) });
  },

  choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view, looking, found } = this.data;
    const person = found.find(({ memberId }) => memberId === currentTarget.dataset.id);
    if (view.kind !== "ready" || !looking || !person) return;
    const { memberId, name } = person;
    const chosen = withPerson(view, looking, { memberId, name, dutyPhone: "" });
    this.setData({ view: chosen, looking: "" });
  },

  remove(event: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const id = String(event.currentTarget.dataset.id);
    this.setData({ view: withoutPerson(view, officeOf(event), id) });
  },

  typePhone(event: WechatMiniprogram.Input) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const id = String(event.currentTarget.dataset.id);
    this.setData({ view: withPhone(view, officeOf(event), id, event.detail.value) });
  },

  async save() {
    const { view, saving } = this.data;
    if (view.kind !== "ready" || saving) return;
    const strange = strangePhone(view);
    if (strange) {
      explain(`${strange}的电话号码不对，请核对`);
      return;
    }
    this.setData({ saving: true });
    const saved = await attempt(() => call("setGridPeople", inputOf(view, this.gridId)));
    this.setData({ saving: false });
    if (!saved) return;
    announce("定好了");
    await wx.navigateBack();
  },
});
