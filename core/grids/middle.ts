import type { Place, Ring } from "./outline.ts";

/**
 * A place well inside a ring, for its name: half way along the longest stretch of land on the line from west
 * to east through its middle. The mean of the corners of a bent ring may lie outside.
 */
export function middleOf(ring: Ring): Place {
  const latitudes = ring.map(([, latitude]) => latitude);
  const latitude = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const shores = ring
    .flatMap((from, index) => shoreAt(latitude, from, ring[(index + 1) % ring.length] ?? from))
    .sort((one, other) => one - other);
  let [west, east] = [shores[0] ?? ring[0]?.[0] ?? 0, shores[1] ?? ring[0]?.[0] ?? 0];
  for (let index = 2; index + 1 < shores.length; index += 2) {
    const [left, right] = [shores[index] ?? 0, shores[index + 1] ?? 0];
    if (right - left > east - west) [west, east] = [left, right];
  }
  return [(west + east) / 2, latitude];
}

/** The longitude at which a side crosses a line from west to east; an end on it belongs to the upper side. */
function shoreAt(latitude: number, from: Place, to: Place): number[] {
  if (from[1] < latitude === to[1] < latitude) return [];
  return [from[0] + ((latitude - from[1]) / (to[1] - from[1])) * (to[0] - from[0])];
}
