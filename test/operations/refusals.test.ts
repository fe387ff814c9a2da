import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Reply } from "../../core/app.ts";
import { type RefusalCode, sentences } from "../../core/kernel/refusal.ts";
import { everything } from "../support/everything.ts";
import { cleanup, openCloud, type TestCloud } from "../support/village.ts";
import { activities } from "./refusals/activities.ts";
import { decisions } from "./refusals/decisions.ts";
import { drafts } from "./refusals/drafts.ts";
import { gridmap } from "./refusals/gridmap.ts";
import { households } from "./refusals/households.ts";
import { imports } from "./refusals/imports.ts";
import { codes, mainJob, review, submit, village } from "./refusals/mainJob.ts";
import { objections } from "./refusals/objections.ts";
import { paper } from "./refusals/paper.ts";
import { publications } from "./refusals/publications.ts";
import { regrouping } from "./refusals/regrouping.ts";
import { stories } from "./refusals/stories.ts";
import { submissions } from "./refusals/submissions.ts";
import { undo } from "./refusals/undo.ts";

/**
 * Every refusal, provoked through the bundled function: its sentence, and nothing changed. A code
 * without a row does not compile; `busy` and `internal` are provoked in app.test.ts, as no well-meant
 * call leads to them.
 */

let cloud: TestCloud;
/** As the scenes left it, and as every refusal leaves it. */
let untouched: Awaited<ReturnType<typeof everything>>;

const areas = [
  mainJob,
  activities,
  drafts,
  publications,
  objections,
  submissions,
  decisions,
  paper,
  households,
  stories,
  imports,
  regrouping,
  gridmap,
  undo,
];

before(async () => {
  cloud = await openCloud();
  for (const { scene } of areas) await scene(cloud);
  untouched = await everything(cloud.cloud);
});
after(() => cloud.close());

const provoked: Record<Exclude<RefusalCode, "busy" | "internal">, () => Promise<Reply>> = {
  ...mainJob.provoke,
  ...activities.provoke,
  ...publications.provoke,
  ...objections.provoke,
  ...drafts.provoke,
  ...submissions.provoke,
  ...decisions.provoke,
  ...paper.provoke,
  ...imports.provoke,
  ...regrouping.provoke,
  ...gridmap.provoke,
  ...stories.provoke,
  ...households.provoke,
  ...undo.provoke,
};

const places: Partial<Record<string, string>> = Object.assign(
  {},
  ...areas.map((area) => area.places ?? {}),
);

for (const [code, provoke] of Object.entries(provoked) as Array<
  [RefusalCode, () => Promise<Reply>]
>) {
  test(`${code}: “${sentences[code]}”, and nothing changed`, async () => {
    const reply = await provoke();
    const place = places[code];
    const refused = { ok: false, code, message: sentences[code] };
    assert.deepEqual(reply, place ? { ...refused, place } : refused);
    assert.deepEqual(await everything(cloud.cloud), untouched);
  });
}

test("a photo of another submission cannot be slipped in", async () => {
  const reply = await submit({ photos: ["cloud://env.bucket/evidence/other/1.jpg"] })(village());
  assert.equal(reply.ok || reply.code, "invalid_input");
});

test("sending the same submission again answers as the first time and adds nothing", async () => {
  const was = await everything(cloud.cloud);
  assert.deepEqual(await submit(cleanup("pending"))(village()), {
    ok: true,
    value: { status: "pending" },
  });
  assert.deepEqual(await everything(cloud.cloud), was);
});

test("signing in again with one's own code answers as the first time", async () => {
  const was = await everything(cloud.cloud);
  const reply = await village().raw("far", "signIn", { code: codes.used });
  assert(reply.ok);
  assert.deepEqual(await everything(cloud.cloud), was);
});

test("a refusal tells nothing but its code and its sentence", async () => {
  const reply = await review("other", "pending")(village());
  assert.deepEqual(Object.keys(reply).sort(), ["code", "message", "ok"]);
});
