const { note } = require("../../utils/notes.js");

Page({
  note,
  data: { moved: false },
  look() {
    wx.previewImage({ urls: ["/assets/dot.png", "/assets/dot.png"] });
  },
});
