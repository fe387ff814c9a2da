import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { answerMost, type Ready, toggled, toView, upholdQuestion } from "./view";

type View = Loading | Failed | Ready;
type Reply = Api["getObjection"]["output"];
type Decision = Api["answerObjection"]["input"];

Page({
  data: { pageStyle: pageStyle(), answerMost, view: loading as View, sending: false },
  objectionId: "",
  reply: undefined as Reply | undefined,
  /** The lines that are to be undone, by id. */
  chosen: [] as string[],
  answer: "",

  onLoad({ objectionId = "" }: { objectionId?: string }) {
    this.objectionId = objectionId;
    void this.load();
  },

  async load() {
    const { objectionId } = this;
    const next = await load(
      () => call("getObjection", { objectionId }),
      (reply) => {
        this.reply = reply;
        return toView(reply, this.chosen);
      },
    );
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  toggle({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { entryId, fixed } = currentTarget.dataset;
    if (!this.reply || fixed) return;
    this.chosen = toggled(this.chosen, String(entryId));
    this.setData({ view: toView(this.reply, this.chosen) });
  },

  onAnswer({ detail }: WechatMiniprogram.TextareaInput) {
    this.answer = detail.value;
  },

  async uphold() {
    const { view } = this.data;
    if (view.kind !== "ready" || !this.reply || !this.hasAnswer()) return;
    if (!(await confirm("异议成立？", upholdQuestion(view, this.reply), "成立"))) return;
    const { objectionId, answer, chosen: reverse } = this;
    await this.send({ outcome: "upheld", objectionId, answer, reverse });
  },

  async reject() {
    if (!this.hasAnswer()) return;
    if (!(await confirm("异议不成立？", "积分不变，提的人会看到您的答复。", "不成立"))) return;
    const { objectionId, answer } = this;
    await this.send({ outcome: "rejected", objectionId, answer });
  },

  hasAnswer(): boolean {
    const isWritten = this.answer.trim() !== "";
    if (!isWritten) announce("请先写明怎么查的、结果怎样");
    return isWritten;
  },

  async send(decision: Decision) {
    if (this.data.sending) return;
    this.setData({ sending: true });
    const answered = await attempt(() => call("answerObjection", decision));
    this.setData({ sending: false });
    if (answered) {
      announce("已经答复");
      leave();
    } else {
      await this.load(); // somebody else may have answered
    }
  },
});
