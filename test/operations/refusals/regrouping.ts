import { makeVillage, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Grids that cannot be made. */

let village: Village;

export const regrouping: Cases<"grid_emptied"> = {
  async scene(cloud) {
    village = await makeVillage(cloud, "parcels");
  },
  provoke: {
    grid_emptied: () =>
      village.raw("founder", "regroup", {
        ...{ kind: "move", regroupingId: "r1", hamlet: "东浜" },
        ...{ gridId: "parcels-g1", intoId: "parcels-g2" },
      }),
  },
};
