/**
 * Around what is secondary on a page: `<fold-more folded="{{care}}">`. Folded, as in care mode, it shows one line
 * that brings the rest out and puts it away again; otherwise it is as if it were not there.
 */
Component({
  options: { virtualHost: true },
  properties: {
    folded: { type: Boolean, value: false },
    /** What the line says; a page with several names what is behind each. */
    label: { type: String, value: "更多" },
  },
  data: { open: false },
  methods: {
    toggle() {
      this.setData({ open: !this.data.open });
    },
  },
});
