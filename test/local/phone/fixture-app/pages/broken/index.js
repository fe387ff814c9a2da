Page({
  data: { browser: "" },
  onLoad() {
    const found = { window: typeof window, fetch: typeof fetch, localStorage: typeof localStorage };
    this.setData({ browser: Object.values(found).join(" ") });
  },
  fail() {
    throw new Error("thrown in a handler");
  },
  async reject() {
    throw new Error("rejected in a handler");
  },
  later() {
    setTimeout(() => {
      throw new Error("thrown by a timer");
    });
  },
});
