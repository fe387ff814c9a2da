import type { Marker, Point } from "../../pages/grid/land";

/** The mark of what is wrong on the map. */
export const wrongMarker = (at: Point, id: number): Marker => ({
  ...{ ...at, id, width: 30, height: 30, iconPath: "/packages/map/assets/wrong.png" },
  ...{ anchor: { x: 0.5, y: 0.5 }, zIndex: 4, ariaLabel: "这里不对" },
});
