const { lifeOf } = require("../../utils/life");

Page({
  ...lifeOf("home"),
  data: { said: "" },
  open() {
    wx.navigateTo({
      url: "../life/index?id=7&name=%E7%94%B2",
      events: { said: (words) => this.setData({ said: words }) },
      success: ({ eventChannel }) => eventChannel.emit("asked", "几点了"),
    });
  },
  onTabItemTap({ index, text }) {
    this.setData({ said: `${index} ${text}` });
  },
});
