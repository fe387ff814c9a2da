Page({
  data: { src: "", result: "", file: {} },
  tell(promise) {
    promise.then(
      (result) => this.setData({ result: JSON.stringify(result) }),
      (failure) => this.setData({ result: JSON.stringify(failure) }),
    );
  },
  subscribe() {
    this.tell(wx.requestSubscribeMessage({ tmplIds: ["first", "second"] }));
  },
  async subscribeLater() {
    await new Promise((later) => setTimeout(later, 100));
    this.tell(wx.requestSubscribeMessage({ tmplIds: ["first"] }));
  },
  askThenSubscribe() {
    wx.showModal({ title: "订阅", success: () => this.subscribe() });
  },
  shareFile() {
    this.tell(wx.shareFileMessage(this.data.file));
  },
  agree() {
    this.setData({ agreed: true });
  },
});
