import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { type About, type Draft, draftOf, forget, keep } from "./draft";
import {
  aboutOf,
  type Closed,
  countText,
  type Done,
  doneView,
  lineView,
  type Query,
  type Ready,
  reasonMost,
  rowView,
} from "./view";

type View = Loading | Failed | Ready | Closed | Done;

Page({
  data: {
    pageStyle: pageStyle(),
    reasonMost,
    view: loading as View,
    /** What the text field starts with: setting it anew would undo typing. */
    startReason: "",
    count: countText(""),
    sending: false,
  },
  query: {} as Query,
  about: undefined as About | undefined,
  draft: { objectionId: "", reason: "" } as Draft,

  onLoad(query: Query) {
    this.query = query;
    this.about = aboutOf(query);
    if (this.about) this.draft = draftOf(this.about);
    const { reason } = this.draft;
    this.setData({ startReason: reason, count: countText(reason) });
    void this.load();
  },

  async load() {
    const { about, query } = this;
    if (!about) {
      this.setData({ view: { kind: "closed", sentence: "没有找到这一行" } });
      return;
    }
    const view =
      about.kind === "line"
        ? await load(() => call("getPassbook", lineAsked(query)), lineView)
        : await load(
            () =>
              call("getPublication", {
                publicationId: about.publicationId,
                skip: about.order - 1,
              }),
            rowView,
          );
    this.setData({ view });
  },

  onReason({ detail }: WechatMiniprogram.TextareaInput) {
    this.draft = { ...this.draft, reason: detail.value };
    if (this.about) keep(this.about, this.draft);
    this.setData({ count: countText(detail.value) });
  },

  async send() {
    const { about, draft } = this;
    if (!about || this.data.sending) return;
    if (draft.reason.trim() === "") {
      announce("请写一写哪里不对");
      return;
    }
    this.setData({ sending: true });
    const raised = await attempt(() => call("raiseObjection", { ...draft, about }));
    this.setData({ sending: false });
    if (!raised) return; // what was written stays on the phone
    forget(about);
    this.setData({ view: doneView(raised) });
  },

  openMine() {
    void wx.redirectTo({ url: "/packages/publications/my-objections/index" });
  },

  leave,
});

/** The newest line that is no newer than the one: the one itself. */
const lineAsked = ({ year, seq }: Query) => ({ year: Number(year), before: Number(seq) + 1 });
