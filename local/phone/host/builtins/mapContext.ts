import { ApiFailure, api, type Callbacks } from "../api.ts";
import { refuseOthers } from "../wx/refuseOthers.ts";
import type { OpenMap } from "./map.ts";
import { type Point, pointOf, pointsIn, regionOf } from "./mapPoints.ts";

/**
 * MapContext, as far as plain paper goes; any other of its functions is refused by name. As on a telephone they
 * answer by callbacks alone, not by promises.
 */
export function mapContext(opened: Promise<OpenMap>): object {
  const method = <Options extends object>(
    name: string,
    run: (map: OpenMap, options: Options) => object | undefined,
  ) => {
    const ask = api<Options>(name, async (options) => run(await opened, options));
    return (options?: Options & Callbacks) => {
      ask({ success: () => {}, ...options } as Options & Callbacks);
    };
  };
  return refuseOthers("MapContext", {
    getCenterLocation: method("getCenterLocation", ({ leaflet }) => pointOf(leaflet.getCenter())),
    getScale: method("getScale", ({ leaflet }) => ({ scale: leaflet.getZoom() })),
    getRegion: method("getRegion", ({ leaflet }) => regionOf(leaflet).region),
    moveToLocation: method<Partial<Point>>("moveToLocation", ({ leaflet, moveByApp }, to) => {
      const { longitude, latitude } = to;
      if (longitude === undefined || latitude === undefined) {
        throw new ApiFailure("the local phone does not know where it is");
      }
      moveByApp(() => leaflet.panTo([latitude, longitude], { animate: false }));
      return undefined;
    }),
    includePoints: method<{ points: Point[]; padding?: number[] }>(
      "includePoints",
      ({ leaflet, library, moveByApp }, { points, padding = [] }) => {
        const corners = pointsIn(points).map(({ longitude, latitude }) =>
          library.latLng(latitude, longitude),
        );
        if (corners.length === 0) throw new ApiFailure("parameter error: points is empty");
        const [top = 0, right = top, bottom = top, left = right] = padding;
        moveByApp(() =>
          leaflet.fitBounds(library.latLngBounds(corners), {
            ...{ animate: false, paddingTopLeft: [left, top], paddingBottomRight: [right, bottom] },
          }),
        );
        return undefined;
      },
    ),
  });
}
