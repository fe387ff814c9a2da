import { attempt } from "../../../services/attempt";
import { announce, confirm, explain } from "../../../services/dialogs";
import {
  type Draft,
  newDraft,
  type Photo,
  photosMost,
  photoUploaded,
  problemOf,
  textMost,
  withoutPhoto,
  withPhotos,
  writing,
} from "../../../services/draft";
import { drafts, forgetPhoto } from "../../../services/drafts";
import { dutyForm } from "../../../services/dutyForm";
import { leave } from "../../../services/leave";
import { type Failed, failed, type Loading, loading } from "../../../services/load";
import { askNotice } from "../../../services/notices";
import { UploadRefused } from "../../../services/outbox";
import { pageStyle } from "../../../services/pageStyle";
import { outbox } from "../../../services/sending";
import { choosePhotos, uploadPhoto } from "../../../services/upload";
import { openDraft, type Query } from "./opening";
import {
  countText,
  type Done,
  doneSent,
  doneWaiting,
  type Form,
  noticeOf,
  type Ready,
  type Screen,
  toView,
} from "./view";

type View = Loading | Failed | Ready | Done;

const blank: Screen = { notice: { kind: "none" }, startText: "", progress: {}, sending: false };

Page({
  data: { pageStyle, textMost, view: loading as View },
  query: {} as Query,
  form: undefined as Form | undefined,
  draft: newDraft("", ""),
  screen: blank,

  onLoad(query: Query) {
    this.query = query;
    void this.open();
  },

  async open() {
    try {
      const form = await dutyForm();
      const opened = await openDraft(form, this.query);
      if (!opened) {
        this.setData({ view: doneSent });
        return;
      }
      const { draft, notice } = opened;
      this.form = form;
      this.draft = draft;
      this.screen = { ...blank, notice, startText: draft.text };
      this.setData({ view: toView(form, draft, this.screen) });
      void this.uploadPhotos();
    } catch (error) {
      this.setData({ view: failed(error) });
    }
  },

  openAnew(query: Query) {
    this.query = query;
    this.setData({ view: loading });
    void this.open();
  },

  /** What has changed in draft or screen, as long as the form is seen. */
  show(change: Partial<Screen> = {}) {
    this.screen = { ...this.screen, ...change };
    if (this.form && this.data.view.kind === "ready") {
      this.setData({ view: toView(this.form, this.draft, this.screen) });
    }
  },

  /** Every change of the person's is kept at once. */
  edit(change: (draft: Draft) => Draft) {
    this.draft = writing(change(this.draft));
    drafts.put(this.draft);
  },

  chooseRule({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, title } = currentTarget.dataset;
    this.edit((draft) => ({ ...draft, ruleId: String(id), ruleTitle: String(title) }));
    this.show();
  },

  chooseAnotherRule() {
    this.edit((draft) => ({ ...draft, ruleId: "", ruleTitle: "" }));
    this.show();
  },

  changeDay({ detail }: WechatMiniprogram.PickerChange) {
    this.edit((draft) => ({ ...draft, workedOn: String(detail.value) }));
    this.show();
  },

  onText({ detail }: WechatMiniprogram.TextareaInput) {
    this.edit((draft) => ({ ...draft, text: detail.value }));
    this.setData({ "view.count": countText(detail.value) });
  },

  async addPhotos() {
    try {
      const photos = await choosePhotos(photosMost - this.draft.photos.length);
      if (photos.length === 0) return;
      this.edit((draft) => withPhotos(draft, photos));
    } catch {
      // The reasons (no consent, no permission, a broken file) come as WeChat's English words.
      explain("照片没有选上。请允许使用相册和相机，再试一次；不放照片也可以交。");
    }
    this.show();
    await this.uploadPhotos();
  },

  previewPhoto({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const urls = this.draft.photos.map(({ path }) => path);
    void wx.previewImage({ urls, current: String(currentTarget.dataset.src) });
  },

  async removePhoto({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const photo = this.draft.photos.find(({ id }) => id === currentTarget.dataset.id);
    if (!photo || !(await confirm("删掉照片", "不要这张照片了？", "删掉"))) return;
    this.edit((draft) => withoutPhoto(draft, photo.id));
    forgetPhoto(photo.path);
    this.show();
  },

  /** While the person is still writing, one after another: a weak signal carries one at a time. */
  async uploadPhotos() {
    for (const photo of this.draft.photos) {
      if (photo.kind === "here") await this.upload(photo);
    }
  },

  async upload(photo: Photo) {
    const { submissionId } = this.draft;
    const showProgress = (percent: number) =>
      this.show({ progress: { ...this.screen.progress, [photo.id]: percent } });
    try {
      const fileId = await uploadPhoto(submissionId, photo, showProgress);
      const kept = drafts.get(submissionId);
      if (!kept) return; // sent in the meantime
      this.draft = photoUploaded(kept, photo.id, fileId);
      drafts.put(this.draft);
    } catch (error) {
      // Without a signal there is nothing to say: it goes when the submission goes.
      if (error instanceof UploadRefused) explain(error.message);
    }
    const { [photo.id]: _over, ...progress } = this.screen.progress;
    this.show({ progress });
  },

  async send() {
    const problem = problemOf(this.draft);
    if (problem) {
      announce(problem);
      return;
    }
    const { submissionId } = this.draft;
    drafts.put(this.draft);
    this.show({ sending: true });
    const outcome = await outbox.send(submissionId);
    if (outcome.kind === "refused") {
      this.draft = drafts.get(submissionId) ?? this.draft;
      this.show({ sending: false, notice: noticeOf(this.draft) });
      explain(outcome.message);
    } else {
      this.setData({ view: outcome.kind === "sent" ? doneSent : doneWaiting });
    }
  },

  async discard() {
    if (!(await confirm("不要了", "删掉写好的内容和照片？删掉就找不回来了。", "删掉"))) return;
    drafts.drop(this.draft.submissionId);
    if (this.query.submissionId) leave();
    else this.openAnew(this.query);
  },

  another() {
    this.openAnew({});
  },

  allowNotice() {
    void attempt(() => askNotice("decided"));
  },

  leave,
});
