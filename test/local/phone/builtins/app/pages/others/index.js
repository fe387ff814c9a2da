const { note } = require("../../utils/notes.js");

Page({
  note,
  data: { animation: {} },
  move() {
    const animation = wx.createAnimation({ duration: 30 });
    animation.translateX(20).opacity(0.5).step();
    this.setData({ animation: animation.export() });
  },
});
