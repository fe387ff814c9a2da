import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm } from "../../../services/dialogs";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import type { Role } from "../offices";
import { codeText, type Ready, rolesAfter, toView } from "./view";

type View = Loading | Failed | Ready;

/** An exemption as it is being granted. */
const blank = { open: false, busy: false, kind: "", from: "", until: "" };

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    /** The invitation code that was just made; it is shown until the page is left. */
    code: "",
    granting: blank,
  },
  memberId: "",

  onLoad({ memberId = "" }: { memberId?: string }) {
    this.memberId = memberId;
    void this.load();
  },

  async load() {
    const { memberId } = this;
    const next = await load(() => call("getMember", { memberId }), toView);
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  /** Does what was tapped, says so, and shows how the member stands then. */
  async change(act: () => Promise<unknown>, done: string) {
    wx.showLoading({ title: "正在办理", mask: true });
    const changed = await attempt(act);
    wx.hideLoading();
    if (changed === undefined) return false;
    announce(done);
    await this.load();
    return true;
  },

  async toggleOffice({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const office = view.offices.find(({ role }) => role === currentTarget.dataset.role);
    if (!office || !(await confirm(office.question, office.meaning, "确定"))) return;
    const roles: Role[] = rolesAfter(view, office.role);
    const { memberId } = this;
    await this.change(() => call("appoint", { memberId, roles }), "职务改好了");
  },

  async chooseClass({ detail }: WechatMiniprogram.PickerChange) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const classId = view.classes[Number(detail.value)]?.id ?? "";
    const { memberId } = this;
    await this.change(() => call("setMemberClass", { memberId, classId }), "类别改好了");
  },

  async invite() {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    if (view.signedIn && !(await confirm("换手机？", transferWarning(view.name), "换手机"))) return;
    const { memberId } = this;
    const made = await attempt(() =>
      view.signedIn ? call("transferMember", { memberId }) : call("invite", { memberId }),
    );
    if (!made) return;
    this.setData({ code: codeText(made.code) });
    await this.load();
  },

  openGranting() {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const { today, yearEnd } = view;
    this.setData({ granting: { ...blank, open: true, from: today, until: yearEnd } });
  },

  closeGranting() {
    this.setData({ "granting.open": false });
  },

  chooseKind({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ "granting.kind": String(currentTarget.dataset.id) });
  },

  changeFrom({ detail }: WechatMiniprogram.PickerChange) {
    this.setData({ "granting.from": String(detail.value) });
  },

  changeUntil({ detail }: WechatMiniprogram.PickerChange) {
    this.setData({ "granting.until": String(detail.value) });
  },

  async grant() {
    const { kind: exemptionId, from, until } = this.data.granting;
    const { memberId } = this;
    this.setData({ "granting.busy": true });
    const granted = await this.change(
      () => call("grantExemption", { memberId, exemptionId, from, until }),
      "免考记下了",
    );
    // After a refusal what was chosen stays.
    this.setData({ "granting.busy": false, "granting.open": !granted });
  },

  async endExemption({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, from, title } = currentTarget.dataset;
    if (!(await confirm("从今天起不再免考？", `“${title}”到昨天为止。`, "确定"))) return;
    const ended = { memberId: this.memberId, exemptionId: String(id), from: String(from) };
    await this.change(() => call("endExemption", ended), "从今天起不再免考");
  },
});

const transferWarning = (name: string): string =>
  `${name}原来的微信会马上退出登录，要用新的邀请码重新登录。`;
