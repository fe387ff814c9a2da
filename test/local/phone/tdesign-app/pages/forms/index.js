Page({
  data: { values: { input: "", textarea: "", radio: "", checkbox: [], switch: false }, files: [] },
  onShow() {
    this.getTabBar().setData({ value: "forms" });
  },
  take({ currentTarget, detail }) {
    this.setData({ [`values.${currentTarget.dataset.name}`]: detail.value });
  },
  submit({ detail }) {
    this.setData({ "values.search": `找 ${detail.value}` });
  },
  add({ detail }) {
    this.setData({ files: [...this.data.files, ...detail.files] });
  },
});
