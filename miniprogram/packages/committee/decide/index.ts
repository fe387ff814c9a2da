import { toggled } from "../../../components/reason-sheet/reasons";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { type Failed, type Loading, load, loading } from "../../../services/load";
import { newId } from "../../../services/newId";
import { pageStyle } from "../../../services/pageStyle";
import { plainDigits } from "../digits";
import { type Done, doneView, type Form, problemOf, type Ready, toView, type Wish } from "./view";

type View = Loading | Failed | Ready | Done;

const blank: Wish = { ruleId: "", gradeId: "", quantity: 1, reason: "" };

Page({
  data: { pageStyle: pageStyle(), view: loading as View, sending: false },
  memberId: "",
  /** Made once, so that a proposal sent twice is one. */
  decisionId: newId(),
  form: undefined as Form | undefined,
  wish: blank,

  onLoad({ memberId = "" }: { memberId?: string }) {
    this.memberId = memberId;
    this.decisionId = newId();
    this.wish = blank;
    void this.load();
  },

  async load() {
    const next = await load(
      () => this.ask(),
      (form) => this.viewOf(form),
    );
    this.setData({ view: next });
  },

  ask(day?: string): Promise<Form> {
    const { memberId } = this;
    return call("getDecisionForm", { memberId, ...(day ? { day } : {}) });
  },

  viewOf(form: Form): Ready {
    this.form = form;
    return toView(form, this.wish);
  },

  show(change: Partial<Wish>) {
    this.wish = { ...this.wish, ...change };
    if (this.form) this.setData({ view: toView(this.form, this.wish) });
  },

  /** Another day may have other rules; what was chosen stays as long as it is among them. */
  async changeDay({ detail }: WechatMiniprogram.PickerChange) {
    const form = await attempt(() => this.ask(String(detail.value)));
    if (!form) return;
    this.form = form;
    this.show({});
  },

  chooseRule({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const rule = this.form?.rules.find(({ id }) => id === currentTarget.dataset.id);
    if (rule) this.show({ ruleId: rule.id, gradeId: rule.grades[0]?.id ?? "", quantity: 1 });
  },

  chooseAnotherRule() {
    this.show({ ruleId: "", gradeId: "", quantity: 1 });
  },

  chooseGrade({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.show({ gradeId: String(currentTarget.dataset.id) });
  },

  onQuantity({ detail }: WechatMiniprogram.Input) {
    this.show({ quantity: Number(plainDigits(detail.value)) });
  },

  toggleReason({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.show({ reason: toggled(this.wish.reason, String(currentTarget.dataset.text)) });
  },

  onReason({ detail }: WechatMiniprogram.TextareaInput) {
    this.show({ reason: detail.value });
  },

  async send() {
    const { memberId, decisionId, form, wish } = this;
    if (!form || this.data.sending) return;
    const problem = problemOf(form, wish);
    if (problem) {
      announce(problem);
      return;
    }
    this.setData({ sending: true });
    const occurredOn = form.day;
    const sent = await attempt(() =>
      call("proposeDecision", { decisionId, memberId, occurredOn, ...wish }),
    );
    this.setData({ sending: false });
    if (sent) this.setData({ view: doneView(form, wish) });
  },

  open() {
    const { decisionId } = this;
    void wx.redirectTo({ url: `/packages/committee/decision/index?decisionId=${decisionId}` });
  },

  onShareAppMessage(): { title: string; path: string } {
    return {
      title: `请确认：${this.form?.member ?? ""}的记分`,
      path: `/packages/committee/decision/index?decisionId=${this.decisionId}`,
    };
  },

  leave,
});
