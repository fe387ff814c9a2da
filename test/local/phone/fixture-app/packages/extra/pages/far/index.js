Page({
  data: { greeting: "" },
  onLoad() {
    this.setData({ greeting: getApp().globalData.greeting });
  },
});
