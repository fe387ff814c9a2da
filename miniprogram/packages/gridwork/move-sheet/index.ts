import type { Api } from "../../../../core/api.ts";
import type { Typed } from "../fields";

type Grids = Api["getHousehold"]["output"]["grids"];

export type Move = Readonly<{ hamlet: string; door: string }>;

/** Moves a household with its people to another hamlet. Event `move` with a `Move`, event `close`. */
Component({
  properties: {
    open: { type: Boolean, value: false },
    /** Every grid with its hamlets. */
    grids: { type: Array, value: [] as Grids },
    /** While the answer is on its way. */
    busy: { type: Boolean, value: false },
  },
  data: {
    hamlet: "",
    door: "",
    places: [] as ReturnType<typeof placesOf>,
  },
  observers: {
    open(open: boolean) {
      if (open) this.setData({ hamlet: "", door: "", places: placesOf(this.data.grids) });
    },
  },
  methods: {
    choose({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
      this.setData({ hamlet: detail.value });
    },
    type({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
      this.setData({ door: detail.value });
    },
    close() {
      this.triggerEvent("close");
    },
    send() {
      const { hamlet, door } = this.data;
      this.triggerEvent("move", { hamlet, door: door.trim() });
    },
  },
});

const placesOf = (grids: Grids) =>
  grids.map(({ id, name, hamlets }) => ({
    ...{ id, name },
    choices: hamlets.map((hamlet) => ({ id: hamlet, title: hamlet })),
  }));
