const { note } = require("../../utils/notes.js");

Page({
  note,
  data: { moved: false },
  keep(event) {
    this.kept = event;
    return false;
  },
  look() {
    wx.previewImage({ urls: ["/assets/dot.png", "/assets/dot.png"] });
  },
});
