import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce } from "../../../services/dialogs";
import { type Failed, type Loading, load, loading } from "../../../services/load";
import { newId } from "../../../services/newId";
import { pageStyle } from "../../../services/pageStyle";
import {
  type Draft,
  draftOf,
  newDraft,
  planOf,
  problemOf,
  type Ready,
  toView,
  withBranch,
  withKind,
  withMember,
} from "./view";

type View = Loading | Failed | Ready;
type Form = Api["getActivityForm"]["output"];
type Writing = Readonly<{ form: Form; draft: Draft }>;

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    /** What the fields show when they appear, or when a kind brings its title. */
    start: { title: "", place: "" },
    sending: false,
  },
  activityId: "",
  writing: undefined as Writing | undefined,

  onLoad({ activityId = "" }: { activityId?: string }) {
    this.activityId = activityId;
    if (activityId) void wx.setNavigationBarTitle({ title: "修改安排" });
    void this.load();
  },

  async load() {
    const { activityId } = this;
    const view = await load(
      () => call("getActivityForm", activityId ? { activityId } : {}),
      (form) => {
        const draft = form.plan ? draftOf(activityId, form.plan) : newDraft(newId(), form);
        this.writing = { form, draft };
        return toView(form, draft);
      },
    );
    const { title = "", place = "" } = this.writing?.draft ?? {};
    this.setData({ view, start: { title, place } });
  },

  edit(change: (draft: Draft, form: Form) => Draft) {
    if (!this.writing) return;
    const { form } = this.writing;
    const draft = change(this.writing.draft, form);
    this.writing = { form, draft };
    this.setData({ view: toView(form, draft) });
  },

  chooseKind({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.edit((draft, form) => withKind(draft, form, String(currentTarget.dataset.id)));
    const { title = "", place = "" } = this.writing?.draft ?? {};
    this.setData({ start: { title, place } });
  },

  /** The field keeps what is typed; nothing is drawn anew at every letter. */
  onText({ currentTarget, detail }: WechatMiniprogram.Input) {
    if (!this.writing) return;
    const { form, draft } = this.writing;
    const field = currentTarget.dataset.field === "title" ? "title" : "place";
    this.writing = { form, draft: { ...draft, [field]: detail.value } };
  },

  changeDay({ detail }: WechatMiniprogram.PickerChange) {
    this.edit((draft) => ({ ...draft, day: String(detail.value) }));
  },

  changeFrom({ detail }: WechatMiniprogram.PickerChange) {
    this.edit((draft) => ({ ...draft, from: String(detail.value) }));
  },

  changeTo({ detail }: WechatMiniprogram.PickerChange) {
    this.edit((draft) => ({ ...draft, to: String(detail.value) }));
  },

  chooseBranch({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.edit((draft) => withBranch(draft, String(currentTarget.dataset.id)));
  },

  chooseAudience({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const expects = String(currentTarget.dataset.id) as Draft["expects"];
    this.edit((draft) => ({ ...draft, expects }));
  },

  toggleMember({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.edit((draft) => withMember(draft, String(currentTarget.dataset.id)));
  },

  async send() {
    const { draft } = this.writing ?? {};
    if (!draft) return;
    const problem = problemOf(draft);
    if (problem) {
      announce(problem);
      return;
    }
    this.setData({ sending: true });
    const operation = draft.isNew ? "planActivity" : "changeActivity";
    const sent = await attempt(() => call(operation, planOf(draft)));
    this.setData({ sending: false });
    if (!sent) return;
    announce(`${draft.isNew ? "安排好了" : "改好了"}，应到${sent.expected}人`);
    if (!draft.isNew) return void wx.navigateBack();
    const url = `/packages/activities/activity/index?activityId=${draft.activityId}`;
    void wx.redirectTo({ url });
  },
});
