import { isCare } from "../../../services/care";
import { announce, confirm, explain } from "../../../services/dialogs";
import { type Draft, type Honour, type Person, photosMost } from "../../../services/draft";
import { problemOf, textMost, withRule } from "../../../services/draftForm";
import { leave } from "../../../services/leave";
import { type Failed, failed, type Loading, loading } from "../../../services/load";
import { askNotice } from "../../../services/notices";
import { pageStyle } from "../../../services/pageStyle";
import { choosePhotos } from "../../../services/upload";
import { type Desk, openDesk } from "./desk";
import { type Done, doneView } from "./ending";
import { openDraft, type Query } from "./opening";
import { countText, type Form, type Notice, noticeOf, type Ready, toView } from "./view";

type View = Loading | Failed | Ready | Done;

/** What is on the table once the form has come. */
type Writing = Readonly<{ form: Form; desk: Desk; notice: Notice; sending: boolean }>;

Page({
  data: {
    pageStyle: pageStyle(),
    care: isCare(),
    textMost,
    view: loading as View,
    /** What the text field starts with: apart from `view`, as setting it anew would undo typing. */
    startText: "",
  },
  query: {} as Query,
  writing: undefined as Writing | undefined,

  onLoad(query: Query) {
    this.query = query;
    void this.open();
  },

  onUnload() {
    this.writing?.desk.leave();
  },

  async open() {
    try {
      const opened = await openDraft(this.query);
      if (!opened) {
        this.setData({ view: doneView({}, true) });
        return;
      }
      const { form, draft, notice } = opened;
      const desk = openDesk(draft, () => this.show());
      this.writing = { form, desk, notice, sending: false };
      this.setData({ view: this.form(this.writing), startText: draft.text });
      if (draft.behalf) void wx.setNavigationBarTitle({ title: `替${draft.behalf.name}申报` });
    } catch (error) {
      this.setData({ view: failed(error) });
    }
  },

  openAnew(query: Query) {
    this.query = query;
    this.setData({ view: loading });
    void this.open();
  },

  form({ form, desk, notice, sending }: Writing): Ready {
    return toView(form, desk.draft(), { notice, progress: desk.progress(), sending });
  },

  /** The form anew, as long as it is seen. */
  show(change: Partial<Writing> = {}) {
    if (!this.writing || this.data.view.kind !== "ready") return;
    this.writing = { ...this.writing, ...change };
    this.setData({ view: this.form(this.writing) });
  },

  edit(change: (draft: Draft) => Draft) {
    this.writing?.desk.edit(change);
    this.show();
  },

  chooseRule({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const rule = this.writing?.form.rules.find(({ id }) => id === currentTarget.dataset.id);
    this.edit((draft) => withRule(draft, rule));
  },

  chooseAnotherRule() {
    this.edit((draft) => withRule(draft, undefined));
  },

  editHonour({ detail }: WechatMiniprogram.CustomEvent<Partial<Honour>>) {
    this.edit(({ honour, ...draft }) =>
      honour ? { ...draft, honour: { ...honour, ...detail } } : draft,
    );
  },

  editConsent({ detail }: WechatMiniprogram.CustomEvent<{ consent: string }>) {
    this.edit(({ behalf, ...draft }) =>
      behalf ? { ...draft, behalf: { ...behalf, ...detail } } : draft,
    );
  },

  changeAmount({ detail }: WechatMiniprogram.CustomEvent<{ quantity: number }>) {
    this.edit((draft) => ({ ...draft, quantity: detail.quantity }));
  },

  changeDay({ detail }: WechatMiniprogram.PickerChange) {
    this.edit((draft) => ({ ...draft, workedOn: String(detail.value) }));
  },

  onText({ detail }: WechatMiniprogram.TextareaInput) {
    this.writing?.desk.edit((draft) => ({ ...draft, text: detail.value }));
    this.setData({ "view.text.count": countText(detail.value) });
  },

  editPeople({ detail }: WechatMiniprogram.CustomEvent<{ participants: readonly Person[] }>) {
    this.edit((draft) => ({ ...draft, ...detail }));
  },

  async addPhotos() {
    const { desk } = this.writing ?? {};
    if (!desk) return;
    try {
      const photos = await choosePhotos(photosMost - desk.draft().photos.length);
      if (photos.length > 0) desk.addPhotos(photos);
    } catch {
      // The reasons (no consent, no permission, a broken file) come as WeChat's English words.
      explain("照片没有选上。请允许使用相册和相机，再试一次；不放照片也可以交。");
    }
    this.show();
  },

  previewPhoto({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const urls = (this.writing?.desk.draft().photos ?? []).map(({ path }) => path);
    void wx.previewImage({ urls, current: String(currentTarget.dataset.src) });
  },

  async removePhoto({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { desk } = this.writing ?? {};
    const photo = desk?.draft().photos.find(({ id }) => id === currentTarget.dataset.id);
    if (!desk || !photo || !(await confirm("删掉照片", "不要这张照片了？", "删掉"))) return;
    desk.removePhoto(photo);
    this.show();
  },

  async send() {
    const { desk } = this.writing ?? {};
    if (!desk) return;
    const problem = problemOf(desk.draft());
    if (problem) {
      announce(problem);
      return;
    }
    this.show({ sending: true });
    try {
      const outcome = await desk.send();
      if (outcome.kind === "refused") {
        this.show({ notice: noticeOf(desk.draft()) });
        explain(outcome.message);
      } else {
        this.setData({ view: doneView(desk.draft(), outcome.kind === "sent") });
      }
    } finally {
      this.show({ sending: false });
    }
  },

  async discard() {
    const { desk } = this.writing ?? {};
    if (!desk) return;
    const question =
      desk.draft().operation === "resubmitDuty"
        ? "放弃这次修改？退回的申报还在，以后可以再改。"
        : "删掉写好的内容和照片？删掉就找不回来了。";
    if (!(await confirm("确定不要了？", question, "不要了"))) return;
    desk.discard();
    if (this.query.submissionId) leave();
    else this.openAnew(this.query);
  },

  another() {
    this.openAnew({});
  },

  allowNotice() {
    void askNotice("decided");
  },

  leave,
});
