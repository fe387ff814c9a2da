import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkDecider,
  mustBeLookedAt,
  picturesOf,
  published,
  returned,
  stageOf,
} from "../../../core/stories/decide.ts";
import { committee, expectRefusal, member, noon, person, secretary } from "../support.ts";
import { draft, waiting } from "./support.ts";

const film = { kind: "video", fileId: "film", coverId: "cover", seconds: 30 } as const;
const seen = { revision: 1, looked: false, states: [] };

test("one refused picture makes a story fail, and one without verdict keeps it waiting", () => {
  assert.equal(stageOf([]), "ready");
  assert.equal(stageOf(["pass", "unclear"]), "ready");
  assert.equal(stageOf(["pass", "waiting"]), "checking");
  assert.equal(stageOf(["unasked"]), "checking");
  assert.equal(stageOf(["waiting", "risky"]), "failed");
});

test("of a film the picture that stands for it is checked, and people watch it", () => {
  assert.deepEqual(picturesOf(film), ["cover"]);
  assert.equal(mustBeLookedAt(film, ["pass"]), true);
  assert.equal(mustBeLookedAt({ kind: "photos", fileIds: ["f1"] }, ["pass"]), false);
  assert.equal(mustBeLookedAt({ kind: "photos", fileIds: ["f1"] }, ["unclear"]), true);
});

test("the committee publishes, but neither who wrote it nor whom it praises", () => {
  const story = published(waiting(), seen, committee, noon);
  assert.equal(story.status, "published");
  for (const roles of [["member", "committee"]] as const) {
    const writer = { ...member, roles };
    const praised = person({ id: "subject", roles });
    expectRefusal("same_person", () => published(waiting(), seen, writer, noon));
    expectRefusal("same_person", () => published(waiting(), seen, praised, noon));
  }
  expectRefusal("not_permitted", () => published(waiting(), seen, secretary, noon));
  expectRefusal("not_found", () => checkDecider(waiting(), { ...committee, villageId: "w" }));
  expectRefusal("not_found", () => checkDecider(draft(), committee));
});

test("what was not seen is not published: another revision, a picture unchecked, a film unwatched", () => {
  expectRefusal("changed_meanwhile", () =>
    published(waiting(), { ...seen, revision: 2 }, committee, noon),
  );
  for (const state of ["waiting", "unasked", "risky"] as const) {
    expectRefusal("photos_unchecked", () =>
      published(waiting(), { ...seen, looked: true, states: [state] }, committee, noon),
    );
  }
  const story = waiting({ media: film });
  const passed = { ...seen, states: ["pass"] as const };
  expectRefusal("media_unseen", () => published(story, passed, committee, noon));
  assert.equal(published(story, { ...passed, looked: true }, committee, noon).status, "published");
});

test("a decision sent again by the same person changes nothing; another's comes too late", () => {
  const story = published(waiting(), seen, committee, noon);
  assert.equal(published(story, seen, committee, noon), story);
  const back = { revision: 1, reason: "写得太短" };
  const returnedOne = returned(waiting(), back, committee, noon);
  assert.equal(returned(returnedOne, back, committee, noon), returnedOne);
  const other = { ...committee, id: "deputy" };
  expectRefusal("story_decided", () => published(story, seen, other, noon));
  expectRefusal("story_decided", () => returned(returnedOne, back, other, noon));
});
