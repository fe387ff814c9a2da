Page({
  data: { count: 0, opened: [] },
  noted: [],
  note({ currentTarget }) {
    this.noted.push(currentTarget.dataset.what ?? "back");
    this.setData({ count: this.data.count + 1 });
  },
  noteValue({ detail }) {
    this.noted.push(detail.value);
  },
  open({ detail }) {
    this.setData({ opened: detail.value });
  },
});
