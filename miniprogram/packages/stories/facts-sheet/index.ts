import type { Api } from "../../../../core/api.ts";
import { call } from "../../../services/call";
import { type Failed, type Loading, load, loading } from "../../../services/load";

type Reply = Api["getStoryFacts"]["output"];
type View = Loading | Failed | Readonly<{ kind: "ready" }>;

/**
 * What a member did in a year, out of their passbook: a tap writes the sentence. Events `take` with
 * `{sentence}`, and `close`.
 */
Component({
  properties: {
    open: { type: Boolean, value: false },
    memberId: { type: String, value: "" },
  },
  data: {
    view: loading as View,
    year: 0,
    years: [] as number[],
    facts: [] as string[],
    /** Sentences that were written, so that a tap shows what it did. */
    taken: {} as Record<string, boolean>,
  },
  observers: {
    open(open: boolean) {
      if (open) void this.load();
    },
  },
  methods: {
    async load(year?: number) {
      const { memberId } = this.data;
      this.setData({ view: loading, taken: {} });
      let reply: Reply | undefined;
      const view = await load(
        () => call("getStoryFacts", { memberId, ...(year && { year }) }),
        (answer): View => {
          reply = answer;
          return { kind: "ready" };
        },
      );
      if (memberId !== this.data.memberId) return; // somebody else was asked about meanwhile
      this.setData({ view, ...(reply && pickedOf(reply)) });
    },
    retry() {
      void this.load();
    },
    change({ currentTarget }: WechatMiniprogram.TouchEvent) {
      void this.load(Number(currentTarget.dataset.year));
    },
    take({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const sentence = String(currentTarget.dataset.sentence);
      if (this.data.taken[sentence]) return;
      this.setData({ taken: { ...this.data.taken, [sentence]: true } });
      this.triggerEvent("take", { sentence });
    },
    close() {
      this.triggerEvent("close");
    },
  },
});

const pickedOf = ({ year, years, facts }: Reply) => ({ year, years, facts });
