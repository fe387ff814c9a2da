Component({
  data: { value: "show" },
  methods: {
    go({ detail }) {
      wx.switchTab({ url: `/pages/${detail.value}/index` });
    },
  },
});
