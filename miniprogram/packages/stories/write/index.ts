import { attempt, sentenceOf } from "../../../services/attempt";
import { call, Refused } from "../../../services/call";
import { announce, confirm, explain } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { type Failed, type Loading, load, loading } from "../../../services/load";
import { UploadRefused } from "../../../services/outbox";
import { pageStyle } from "../../../services/pageStyle";
import { chooseFilm, choosePhotos } from "../../../services/upload";
import { dayAt } from "../../../texts/when";
import { type About, type Draft, draftStore, type File, newDraft, photosMost } from "../drafts";
import type { Kind } from "../kinds";
import { openDraft, type Query } from "./opening";
import { problemOf, sendDraft } from "./sending";
import { limits, type Ready, toView, withAbout, withoutFile, withSentence } from "./view";

type View = Loading | Failed | Ready | Readonly<{ kind: "done" }>;

const today = (): string => dayAt(new Date().toISOString());

Page({
  data: {
    ...{ pageStyle: pageStyle(), limits, view: loading as View },
    /** What the fields start with: setting them anew would undo typing. */
    start: { title: "", text: "", name: "", consent: "" },
    ...{ choosing: false, lookingUp: false, factsOf: "", writesConsent: false },
  },
  query: {} as Query,
  me: "",
  draft: newDraft(""),
  restored: false,
  sending: "",

  onLoad(query: Query) {
    this.query = query;
    void this.load();
  },

  async load() {
    const view = await load(
      () => openDraft(this.query, today()),
      ({ me, draft, restored }): View => {
        Object.assign(this, { me, draft, restored });
        return this.viewNow();
      },
    );
    const { title, text, about, consent } = this.draft;
    const start = { title, text, name: about.name, consent: consent.how };
    this.setData({ view, start });
  },

  viewNow(): Ready {
    const { restored, sending } = this;
    return toView(this.draft, { today: today(), restored, sending });
  },

  /** Kept on the phone at once, and shown. */
  edit(draft: Draft) {
    this.keep(draft);
    this.setData({ view: this.viewNow() });
  },

  keep(draft: Draft) {
    this.draft = draft;
    draftStore.put(draft);
  },

  async startAnew() {
    if (!(await confirm("重新写一篇？", "没写完的这一篇会删掉。", "重新写"))) return;
    draftStore.drop(this.draft.storyId);
    this.restored = false;
    await this.load();
  },

  chooseKind({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.edit({ ...this.draft, kind: currentTarget.dataset.id as Kind });
  },

  chooseAbout({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const choice = currentTarget.dataset.id as About["choice"];
    if (choice !== this.draft.about.choice) {
      this.setData({ "start.name": "" });
      this.edit(withAbout(this.draft, { choice, memberId: "", name: "" }));
    }
    if (choice === "member") this.openMembers();
  },

  openMembers() {
    this.setData({ choosing: true });
  },

  closeMembers() {
    this.setData({ choosing: false });
  },

  chooseMember({ detail }: WechatMiniprogram.CustomEvent<{ memberId: string; name: string }>) {
    this.setData({ choosing: false });
    this.edit(withAbout(this.draft, { choice: "member", ...detail }));
  },

  onName({ detail }: WechatMiniprogram.Input) {
    this.keep({ ...this.draft, about: { choice: "other", memberId: "", name: detail.value } });
  },

  onTitle({ detail }: WechatMiniprogram.Input) {
    this.keep({ ...this.draft, title: detail.value });
  },

  onText({ detail }: WechatMiniprogram.TextareaInput) {
    this.edit({ ...this.draft, text: detail.value });
  },

  openFacts() {
    const { choice, memberId } = this.draft.about;
    this.setData({ lookingUp: true, factsOf: choice === "self" ? this.me : memberId });
  },

  closeFacts() {
    this.setData({ lookingUp: false });
  },

  takeFact({ detail }: WechatMiniprogram.CustomEvent<{ sentence: string }>) {
    const text = withSentence(this.draft.text, detail.sentence);
    this.setData({ "start.text": text });
    this.edit({ ...this.draft, text });
  },

  async addPhotos() {
    const photos = await choosePhotos(photosMost - this.draft.files.length);
    if (photos.length === 0) return;
    const files = photos.map(({ id, path }): File => fileOf(id, path, "photo"));
    this.edit({ ...this.draft, files: [...this.draft.files, ...files].slice(0, photosMost) });
  },

  async addFilm() {
    const chosen = await chooseFilm();
    if (!chosen) return;
    const { film, cover, seconds } = chosen;
    const files = [fileOf(film.id, film.path, "film"), fileOf(cover.id, cover.path, "cover")];
    this.edit({ ...this.draft, files, seconds });
  },

  removeFile({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.edit(withoutFile(this.draft, String(currentTarget.dataset.id)));
  },

  previewFile({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const urls = view.files.map(({ src }) => src);
    void wx.previewImage({ urls, current: String(currentTarget.dataset.src) });
  },

  chooseConsent({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ writesConsent: false });
    this.consent(String(currentTarget.dataset.id));
  },

  writeConsent() {
    this.setData({ writesConsent: true, "start.consent": "" });
    this.consent("");
  },

  onConsent({ detail }: WechatMiniprogram.Input) {
    this.keep({ ...this.draft, consent: { ...this.draft.consent, how: detail.value } });
  },

  consent(how: string) {
    this.edit({ ...this.draft, consent: { ...this.draft.consent, how } });
  },

  changeDay({ detail }: WechatMiniprogram.PickerChange) {
    const on = String(detail.value);
    this.edit({ ...this.draft, consent: { ...this.draft.consent, on } });
  },

  togglePeople() {
    this.edit({ ...this.draft, peopleChecked: !this.draft.peopleChecked });
  },

  async send() {
    if (this.sending !== "") return;
    const problem = problemOf(this.draft);
    if (problem) {
      announce(problem);
      return;
    }
    this.say("正在交…");
    const failure = await sendDraft(this.draft, this.me, (doing) => this.say(doing)).then(
      () => undefined,
      (error: unknown) => whyNot(error, this.draft.storyId),
    );
    this.sending = "";
    // What has been uploaded is noted in the draft on the phone.
    this.draft = draftStore.get(this.draft.storyId) ?? this.draft;
    this.setData({ view: failure === undefined ? { kind: "done" } : this.viewNow() });
    if (failure) explain(failure);
  },

  say(doing: string) {
    this.sending = doing;
    this.setData({ view: this.viewNow() });
  },

  openMine() {
    void wx.redirectTo({ url: "/packages/stories/mine/index" });
  },

  leave,
});

const fileOf = (id: string, path: string, what: File["what"]): File => ({
  ...{ id, path, what, fileId: "", refused: false },
});

/** The draft is safe on the phone in any case. */
async function whyNot(error: unknown, storyId: string): Promise<string> {
  if (error instanceof UploadRefused) return error.message;
  if (!(error instanceof Refused) || error.code === "no_signal") {
    return "没有信号，写的都存在手机里，有信号时再交";
  }
  if (error.code !== "changed_meanwhile") return sentenceOf(error);
  await takeRevision(storyId);
  return "这一篇在别处改过。再交一次，就用您现在写的。";
}

/** Only the writer writes on it: an answer was lost on the way, or they wrote on another phone too. */
async function takeRevision(storyId: string): Promise<void> {
  const draft = draftStore.get(storyId);
  const there = await attempt(() => call("getStory", { storyId }));
  if (draft && there?.inside) draftStore.put({ ...draft, revision: there.inside.revision });
}
