const { lifeOf } = require("../../utils/life");
const life = lifeOf("life");

Page({
  ...life,
  data: { alive: true, asked: "", id: "", name: "" },
  onLoad({ id = "", name = "" }) {
    life.onLoad();
    this.setData({ id, name });
    const channel = this.getOpenerEventChannel();
    channel.on("asked", (asked) => this.setData({ asked }));
  },
  answer() {
    this.getOpenerEventChannel().emit("said", "九点");
    wx.navigateBack();
  },
});
