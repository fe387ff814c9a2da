import type { Place, Ring } from "./outline.ts";

export type Metres = number;

/** Of latitude, and of longitude on the equator. */
const metresPerDegree: Metres = 111_320;

/** A ring on a flat sheet of paper whose corner is its first one: true enough for a village. */
export function toMetres(ring: Ring): Array<readonly [x: Metres, y: Metres]> {
  const [east, north]: Place = ring[0] ?? [0, 0];
  const narrower = Math.cos((north * Math.PI) / 180);
  return ring.map(([longitude, latitude]) => [
    (longitude - east) * metresPerDegree * narrower,
    (latitude - north) * metresPerDegree,
  ]);
}
