const counting = Behavior({
  data: { counted: 1 },
  methods: {
    count() {
      this.setData({ counted: this.data.counted + 1 });
    },
  },
});

Page({
  behaviors: [counting],
  data: { size: "" },
  onResize({ size }) {
    this.setData({ size: `${size.windowWidth}x${size.windowHeight}` });
  },
});
