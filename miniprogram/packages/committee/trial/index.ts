import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { askDraft, type Draft } from "../draftDesk";
import {
  nothingTried,
  obstacleOf,
  type Result,
  resultView,
  type Tried,
  withPart,
  type Years,
  yearsOf,
} from "./view";

type Ready = Readonly<{ kind: "ready"; years: Years }>;
type Empty = Readonly<{ kind: "empty"; sentence: string }>;
type View = Loading | Failed | Ready | Empty;

/** Members shown at once: the rest on demand, since a village may have thousands. */
const membersAtOnce = 50;

/** What a year would have come to under the draft. */
Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    yearIndex: 0,
    /** How far the trial is, in per cent; -1 while none is under way. */
    percent: -1,
    result: undefined as Result | undefined,
  },
  draft: undefined as Draft | undefined,
  tried: nothingTried as Tried,
  shown: membersAtOnce,

  onLoad() {
    void this.load();
  },

  /** Whoever has left no longer waits for the rest. */
  onUnload() {
    this.draft = undefined;
  },

  async load() {
    const view = await load(askDraft, (draft): View => {
      this.draft = draft;
      const sentence = obstacleOf(draft);
      return sentence ? { kind: "empty", sentence } : { kind: "ready", years: yearsOf(draft) };
    });
    this.setData({ view });
  },

  retry() {
    this.setData({ view: loading });
    void this.load();
  },

  chooseYear({ detail }: WechatMiniprogram.PickerChange) {
    this.setData({ yearIndex: Number(detail.value), result: undefined });
  },

  async start() {
    const { view, yearIndex } = this.data;
    const year = view.kind === "ready" ? view.years[yearIndex]?.year : undefined;
    if (year === undefined) return;
    this.setData({ percent: 0, result: undefined });
    const tried = await attempt(() => this.tryAll(year));
    this.setData({ percent: -1 });
    if (tried) {
      this.tried = tried;
      this.shown = membersAtOnce;
      this.setData({ result: resultView(tried, this.shown) });
    } else if (this.draft) {
      await this.load(); // somebody may have changed the draft
    }
  },

  /** Some members after the others; undefined when the person has left. */
  async tryAll(year: number): Promise<Tried | undefined> {
    let tried = nothingTried;
    let after = "";
    for (;;) {
      if (!this.draft) return undefined;
      const part = await call("tryDraft", { revision: this.draft.revision, year, after });
      tried = withPart(tried, part);
      if (part.next === undefined) return tried;
      after = part.next;
      this.setData({ percent: Math.round((100 * tried.rows.length) / tried.total) });
    }
  },

  more() {
    this.shown += membersAtOnce;
    this.setData({ result: resultView(this.tried, this.shown) });
  },
});
