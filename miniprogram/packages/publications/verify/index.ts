import type { Api } from "../../../../core/api.ts";
import { sentenceOf } from "../../../services/attempt";
import { call, Refused } from "../../../services/call";
import { pageStyle } from "../../../services/pageStyle";
import { villageId } from "../../../services/village";
import { added, nothing, running, type View, verdictOf, type YearView, yearViews } from "./view";

type Input = Api["verifyVillage"]["input"];

Page({
  data: {
    pageStyle: pageStyle(),
    view: { kind: "unasked" } as View,
    /** Known from the first answer on. */
    years: [] as YearView[],
  },
  /** The open year until another is chosen. */
  which: {} as Pick<Input, "year">,
  /** Counts the verifications that were begun: an older one ends without a word. */
  run: 0,

  onUnload() {
    this.run += 1;
  },

  chooseYear({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.which = { year: Number(currentTarget.dataset.year) };
    void this.verify();
  },

  async verify() {
    const run = ++this.run;
    const show = (change: Partial<typeof this.data>) => {
      if (run === this.run) this.setData(change);
    };
    show({ view: running(nothing) });
    try {
      let [counted, after] = [nothing, undefined as Input["after"]];
      while (run === this.run) {
        const input = { villageId: villageId(), ...this.which, ...(after ? { after } : {}) };
        const step = await call("verifyVillage", input);
        counted = added(counted, step);
        after = step.next;
        show({
          years: yearViews(step),
          view: after ? running(counted) : verdictOf(counted, step),
        });
        if (!after) return;
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      show({ view: { kind: "failed", sentence: sentenceOf(error) } });
    }
  },

  onShareAppMessage(): { title: string; path: string } {
    return {
      title: "核对账本：人人都能查",
      path: `/packages/publications/verify/index?village=${villageId()}`,
    };
  },
});
