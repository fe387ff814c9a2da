import { announce, confirm, explain } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { failed, loading } from "../../../services/load";
import { newId } from "../../../services/newId";
import { pageStyle } from "../../../services/pageStyle";
import { knownDraft, saveScheme } from "../draftDesk";
import { withValue } from "./field";
import { dropValues, keepValues, keptValues } from "./keptValues";
import type { Query } from "./part";
import { parts } from "./parts";
import { toView, type View, type Writing } from "./view";

/** One part of the draft as a form: `?kind=rule&id=cleanup`, without id for a new one. */
Page({
  data: { pageStyle: pageStyle(), view: loading as View },
  query: {} as Query,
  writing: undefined as Writing | undefined,

  onLoad(query: Query) {
    this.query = query;
    void this.open();
  },

  /** Where what is typed is kept until it is saved. */
  form(): string {
    const { kind = "", id = "", category = "" } = this.query;
    return [kind, id, category].join("/");
  },

  async open() {
    const { kind = "", id = "" } = this.query;
    const part = parts[kind];
    if (!part) throw new Error(`no part of a rulebook is called ${kind}`);
    void wx.setNavigationBarTitle({ title: id ? part.title.edit : part.title.add });
    try {
      const { scheme } = await knownDraft();
      const read = part.read(scheme, id, this.query) as object;
      const kept = keptValues(this.form());
      const values = { ...read, ...kept };
      const restored = kept !== undefined;
      await this.show({ part, id, added: newId(), values, restored, saving: false });
    } catch (error) {
      this.setData({ view: failed(error) });
    }
  },

  async show(writing: Writing) {
    this.writing = writing;
    this.setData({ view: toView(await knownDraft(), writing) });
  },

  /** Keeps a change. What is typed shows itself; anything else needs the form anew. */
  edit(path: string, value: unknown): Writing | undefined {
    if (!this.writing) return undefined;
    const values = withValue(this.writing.values, path, value);
    keepValues(this.form(), values);
    this.writing = { ...this.writing, values };
    return this.writing;
  },

  async change(path: string, value: unknown) {
    const writing = this.edit(path, value);
    if (writing) await this.show(writing);
  },

  onText({ detail, currentTarget }: WechatMiniprogram.Input) {
    this.edit(String(currentTarget.dataset.path), detail.value);
  },

  onSwitch({ detail, currentTarget }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    void this.change(String(currentTarget.dataset.path), detail.value);
  },

  onDay({ detail, currentTarget }: WechatMiniprogram.PickerChange) {
    void this.change(String(currentTarget.dataset.path), detail.value);
  },

  clearDay({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void this.change(String(currentTarget.dataset.path), "");
  },

  onChoice({ detail, currentTarget }: WechatMiniprogram.PickerChange) {
    const { path, values } = currentTarget.dataset as { path: string; values: string[] };
    void this.change(path, values[Number(detail.value)] ?? "");
  },

  toggle({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { path, options, value } = currentTarget.dataset as Toggled;
    const chosen = options
      .filter((one) => one.chosen !== (one.value === value))
      .map((one) => one.value);
    void this.change(path, chosen);
  },

  addRow({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { path, blank } = currentTarget.dataset as { path: string; blank: object };
    void this.change(path, [...this.rows(path), { ...blank, id: newId() }]);
  },

  removeRow({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { path, id } = currentTarget.dataset as { path: string; id: string };
    void this.change(
      path,
      this.rows(path).filter((row) => row.id !== id),
    );
  },

  rows(path: string): { id: string }[] {
    const { values = {} } = this.writing ?? {};
    return (values as Record<string, { id: string }[]>)[path] ?? [];
  },

  async save() {
    const { writing } = this;
    if (!writing) return;
    const { part, id, added, values } = writing;
    const problem = part.problem(values);
    if (problem) {
      announce(problem);
      return;
    }
    await this.show({ ...writing, saving: true });
    const saved = await saveScheme((scheme) => part.write(scheme, id, values, added));
    if (saved) this.end("存进草稿了");
    else await this.show({ ...writing, saving: false });
  },

  async remove() {
    const { writing } = this;
    const { remove } = writing?.part ?? {};
    if (!writing || !remove) return;
    const obstacle = remove.obstacle((await knownDraft()).scheme, writing.id);
    if (obstacle) {
      explain(obstacle);
      return;
    }
    if (!(await confirm("删掉？", "从草稿里删掉。发布以前，现行的细则不变。", "删掉"))) return;
    const { id } = writing;
    if (await saveScheme((scheme) => remove.without(scheme, id))) this.end("从草稿里删掉了");
  },

  end(news: string) {
    dropValues(this.form());
    announce(news);
    leave();
  },

  /** Back to what the draft says. */
  discard() {
    dropValues(this.form());
    void this.open();
  },
});

type Toggled = {
  path: string;
  value: string;
  options: { value: string; chosen: boolean }[];
};
