import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import cloud from "wx-server-sdk";
import { cloudbaseDatabase } from "../../../cloudbase/database.ts";
import { photoPrints as prints } from "../../../cloudbase/photoPrints.ts";
import type { Database } from "../../../core/kernel/database.ts";
import { bandsOf, photoPrintId, photoPrints } from "../../../core/signals/photoPrint.ts";
import { photoSignals } from "../../../core/signals/photoSignals.ts";
import type { Picture } from "../../../core/signals/printOf.ts";
import { type Cloud, startCloud } from "../../../local/cloud/cloud.ts";
import { readDeclaration } from "../../../local/cloud/database/declaration.ts";
import { sdkOf } from "../../support/everything.ts";
import { brightened, jpegOf, picture, plain, view } from "./drawings.ts";

/** Photos uploaded to the local cloud by the real SDK; every case has a village of its own. */

const dataDir = mkdtempSync(join(tmpdir(), "passbook-signals-"));
let local: Cloud;
let db: Database;
/** Documents that the database has looked at. */
let documentsRead = 0;

before(async () => {
  const root = join(import.meta.dirname, "../../..");
  local = await startCloud({
    dataDir,
    declaration: readDeclaration(join(root, "cloudbase/database.json")),
    onCost: (cost) => {
      documentsRead += cost.documentsRead;
    },
  });
  db = cloudbaseDatabase(sdkOf(local));
});
after(async () => {
  await local.close();
  rmSync(dataDir, { recursive: true });
});

async function upload(submissionId: string, name: string, fileContent: Buffer): Promise<string> {
  const cloudPath = `evidence/${submissionId}/${name}.jpg`;
  return (await cloud.uploadFile({ cloudPath, fileContent })).fileID;
}

/** A submission with these pictures, at quality 80 where nothing else is said. */
async function submission(villageId: string, id: string, pictures: readonly (Picture | Buffer)[]) {
  const photos: string[] = [];
  for (const [index, one] of pictures.entries()) {
    const bytes = Buffer.isBuffer(one) ? one : jpegOf(one, 80);
    photos.push(await upload(id, `p${index}`, bytes));
  }
  return { id, villageId, photos };
}

type Made = Awaited<ReturnType<typeof submission>>;

const day = (number: number) => `2026-05-${String(number).padStart(2, "0")}T04:00:00.000Z`;

const signalsOf = (made: Made, at = day(20), database = db) =>
  photoSignals({ db: database, photoPrints: prints }, made, at);

const small = (seed: number): Picture => view(seed, 320, 240);

test("a photo handed in before is shown with the earlier case, also when it was made anew", async () => {
  const earlier = await submission("again", "again1", [small(1), small(2)]);
  const later = await submission("again", "again2", [
    small(3),
    small(1),
    jpegOf(brightened(view(2, 200, 150), 15), 40),
  ]);
  assert.deepEqual(await signalsOf(earlier, day(1)), []);
  const like = (photo: number) => ({ submissionId: "again1", fileId: earlier.photos[photo] });
  const [same, near, ...rest] = await signalsOf(later, day(2));
  assert.deepEqual(same, { fileId: later.photos[1], like: like(0), same: true });
  assert.deepEqual(near?.like, like(1));
  assert.equal(near?.fileId, later.photos[2]);
  assert.deepEqual(rest, []);
});

test("photos of one submission are not compared with one another, nor with another village's", async () => {
  await signalsOf(await submission("here", "here1", [small(1)]));
  assert.deepEqual(await signalsOf(await submission("there", "there1", [small(1), small(1)])), []);
});

test("black and white pictures and even shades are like nothing", async () => {
  const shade = picture(320, 240, (x) => [x * 255, x * 255, x * 255]);
  const blank = [plain(0), plain(255), shade];
  await signalsOf(await submission("blank", "blank1", blank));
  assert.deepEqual(await signalsOf(await submission("blank", "blank2", [...blank, small(4)])), []);
});

test("asking again, also at the same moment, keeps one print for each photo, with the first time", async () => {
  const made = await submission("twice", "twice1", [small(1), small(2)]);
  await Promise.all([signalsOf(made, day(3)), signalsOf(made, day(3))]);
  await signalsOf(made, day(4));
  const kept = await db.find(photoPrints, { where: { villageId: "twice" }, limit: 10 });
  assert.deepEqual(kept.map(({ id }) => id).sort(), made.photos.map(photoPrintId).sort());
  assert.deepEqual(new Set(kept.map(({ at }) => at)), new Set([day(3)]));
});

test("the nearest come first, and of those equally near the newest", async () => {
  const other = jpegOf(brightened(view(5, 200, 150), 30), 20);
  await signalsOf(await submission("many", "many0", [other]), day(19));
  for (const number of [1, 2, 3, 4]) {
    await signalsOf(await submission("many", `many${number}`, [small(5)]), day(number));
  }
  const shown = await signalsOf(await submission("many", "many5", [small(5)]));
  assert.deepEqual(
    shown.map(({ like, same }) => [like.submissionId, same]),
    [
      ["many4", true],
      ["many3", true],
      ["many2", true],
      ["many1", true],
      ["many0", false],
    ],
  );
});

test("a photo that cannot be read, or is gone, is passed over; the others are compared", async () => {
  await signalsOf(await submission("broken", "broken1", [small(6)]));
  const made = await submission("broken", "broken2", [Buffer.from("no picture"), small(6)]);
  const photos = ["cloud://local.local/evidence/broken2/gone.jpg", ...made.photos];
  const found = await signalsOf({ ...made, photos });
  assert.deepEqual(
    found.map(({ fileId }) => fileId),
    [made.photos[1]],
  );
});

test("nine photos take as many searches as one, and no photo takes none", async () => {
  let searches = 0;
  const counting: Database = {
    ...db,
    find: (from, query) => {
      searches++;
      return db.find(from, query);
    },
  };
  const searchesOf = async (id: string, pictures: readonly Picture[]) => {
    searches = 0;
    await signalsOf(await submission("count", id, pictures), day(1), counting);
    return searches;
  };
  assert.equal(await searchesOf("count0", []), 0);
  assert.equal(await searchesOf("count1", [small(1)]), 2);
  assert.equal(await searchesOf("count9", [11, 12, 13, 14, 15, 16, 17, 18, 19].map(small)), 2);
});

test("among five hundred photos of the village few are read, and the one that matters is found", async () => {
  const bits = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  const others = fc.sample(bits, { numRuns: 500, seed: 1 }).map((number, index) => {
    const print = number.toString(16).padStart(16, "0");
    const fileId = `cloud://local.local/evidence/old${index}/p0.jpg`;
    return {
      ...{ id: photoPrintId(fileId), villageId: "large", fileId, submissionId: `old${index}` },
      ...{ print, bands: bandsOf(print), at: day(10) },
    };
  });
  for (const print of others) await db.insertNew(photoPrints, print);
  await signalsOf(await submission("large", "large1", [small(7)]), day(1));
  const later = await submission("large", "large2", [small(7)]);
  documentsRead = 0;
  const found = await signalsOf(later);
  assert.deepEqual(
    found.map(({ like }) => like.submissionId),
    ["large1"],
  );
  assert(documentsRead < 20, `${documentsRead} documents read`);
});
