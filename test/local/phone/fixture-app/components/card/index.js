Component({
  options: { multipleSlots: true },
  properties: { title: { type: String, value: "" } },
  methods: {
    pick() {
      this.triggerEvent("pick", { number: 42 }, { bubbles: true });
    },
  },
});
