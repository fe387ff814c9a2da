import { call } from "../../services/call";
import { load } from "../../services/load";
import { pageStyle } from "../../services/pageStyle";
import { problemOf, refusedFor, typedMost, typing, type View } from "./view";

Page({
  data: { pageStyle: pageStyle(), typedMost, code: "", view: typing as View },

  /** A scanned slip brings the code along. */
  onLoad({ code = "" }: { code?: string }) {
    this.setData({ code });
  },

  type({ detail }: WechatMiniprogram.Input) {
    this.setData({ code: detail.value, view: typing });
  },

  async signIn() {
    const { code, view } = this.data;
    if (view.kind === "sending") return;
    const problem = problemOf(code);
    if (problem) {
      this.setData({ view: refusedFor(problem) });
      return;
    }
    this.setData({ view: { kind: "sending" } });
    const next = await load(
      () => call("signIn", { code }),
      ({ name }) => ({ kind: "welcome" as const, name }),
    );
    if (next.kind === "failed") {
      this.setData({ view: refusedFor(next.sentence, next.traceId) });
      return;
    }
    wx.switchTab({
      url: "/pages/home/index",
      success: () => wx.showToast({ title: `${next.name}，您好`, icon: "success" }),
    });
  },
});
