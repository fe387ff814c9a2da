import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, detailOf, hear, readEvents, setData } from "./readEvents.ts";

/** A phone whose map has been drawn; what it told meanwhile is forgotten. */
async function openMap(): Promise<Page> {
  const page = await desk.phone("/pages/map/index");
  await page.locator("#map path").waitFor();
  await hear(page, "updated map");
  await readEvents(page);
  return page;
}

/** What MapContext answers. */
const ask = <Answer>(page: Page, method: string, options = "{}"): Promise<Answer> =>
  page.evaluate(`new Promise((success, fail) =>
    wx.createMapContext("map").${method}({ ...${options}, success, fail }))`);

type Place = Readonly<{ longitude: number; latitude: number }>;

function assertNear(one: Place, longitude: number, latitude: number): void {
  const off = Math.max(Math.abs(one.longitude - longitude), Math.abs(one.latitude - latitude));
  assert.ok(off < 2e-5, JSON.stringify(one));
}

test("a map shows its middle at its scale, and a tap tells the place under the finger", async () => {
  const page = await openMap();
  assertNear(await ask(page, "getCenterLocation"), 120.62, 31.02);
  assert.equal((await ask<{ scale: number }>(page, "getScale")).scale, 16);
  await page.locator("#map").click({ position: { x: 150, y: 100 } });
  assertNear(await detailOf(page, "tap map"), 120.62, 31.02);
});

test("a polygon has its stroke, its dashes and a fill whose last two digits let the paper through", async () => {
  const page = await openMap();
  const drawn = await page
    .locator("#map path")
    .evaluate((path) =>
      ["stroke", "stroke-width", "stroke-dasharray", "fill"].map((name) => path.getAttribute(name)),
    );
  assert.deepEqual(drawn, ["#010203ff", "3", "8 4", "#01020380"]);
});

test("a tap on a marker, its callout or its label tells the marker and not the map", async () => {
  const page = await openMap();
  for (const [part, told] of [
    ["picture", "markertap"],
    ["callout", "callouttap"],
    ["label", "labeltap"],
  ]) {
    await page.locator(`#map [phone-part="${part}"]`).click();
    assert.deepEqual(await detailOf(page, `${told} map`), { markerId: 7 });
  }
  assert.equal((await readEvents(page)).filter(({ type }) => type === "tap").length, 0);
});

test("a drag moves the map, is told at its begin and at its end, and is no tap", async () => {
  const page = await openMap();
  const box = await page.locator("#map").boundingBox();
  const [x, y] = [(box?.x ?? 0) + 40, (box?.y ?? 0) + 150];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.up();
  const [, end] = await hear(page, "begin map", "end map");
  const { centerLocation, scale } = end?.detail ?? {};
  assert.equal(scale, 16);
  assert.ok(centerLocation.longitude < 120.6195, JSON.stringify(centerLocation));
  assert.equal((await readEvents(page)).filter(({ type }) => type === "tap").length, 0);
});

test("include-points and MapContext.includePoints bring places into view, moveToLocation the middle", async () => {
  const page = await openMap();
  const points = [
    { longitude: 120.6, latitude: 31 },
    { longitude: 120.64, latitude: 31.02 },
  ];
  await setData(page, { points });
  assertNear((await detailOf(page, "end map")).centerLocation, 120.62, 31.01);
  const far = { longitude: 120.7, latitude: 31.1 };
  await ask(page, "moveToLocation", JSON.stringify(far));
  assertNear(await ask(page, "getCenterLocation"), 120.7, 31.1);
  await ask(page, "includePoints", JSON.stringify({ points, padding: [10, 10, 10, 10] }));
  const { southwest, northeast } = await ask<{ southwest: Place; northeast: Place }>(
    page,
    "getRegion",
  );
  assert.ok(southwest.longitude < 120.6 && northeast.longitude > 120.64);
});

test("MapContext answers by callbacks alone, and says by name what it lacks", async () => {
  const page = await openMap();
  assert.equal(await page.evaluate('wx.createMapContext("map").getScale()'), undefined);
  await assert.rejects(
    page.evaluate('wx.createMapContext("map").addArc({})'),
    /MapContext\.addArc: not available on this phone/,
  );
  await assert.rejects(page.evaluate('wx.createMapContext("none")'), /no <map id="none">/);
});

test("what plain paper cannot show is refused by name, and the network is never asked", async () => {
  const page = await openMap();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await setData(page, { deep: true, scale: 15, "polygons[0].level": "abovelabels" });
  await hear(page, "updated map");
  const errors = await page.evaluate<string[]>("window.__errors");
  for (const name of ["<map enable-3D>", "<map polygons[].level>"]) {
    assert.ok(
      errors.some((error) => error.includes(`${name}: the local phone lacks this`)),
      `${name} in ${errors}`,
    );
  }
  assert.deepEqual(asked, []);
});
