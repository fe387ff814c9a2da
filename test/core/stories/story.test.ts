import assert from "node:assert/strict";
import { test } from "node:test";
import { type Content, handedIn, partOf, saved, withdrawn } from "../../../core/stories/story.ts";
import { committee, expectRefusal, member, noon, person, secretary } from "../support.ts";
import { content, draft, now, waiting } from "./support.ts";

const subject = person({ id: "subject" });
const later = "2026-05-21T04:00:00.000Z";

test("what was handed in and is written on again is a draft, so that nobody publishes what is being changed", () => {
  const changed = content({ title: "另一个题目" });
  const again = saved(waiting(), "s1", changed, member, { revision: 1, at: later });
  assert.deepEqual([again.status, again.revision, again.title], ["draft", 2, "另一个题目"]);
});

test("the same content saved again is the same story, by its revision", () => {
  const before = draft();
  assert.equal(saved(before, "s1", content(), member, { revision: 0, at: later }), before);
  const other = content({ text: "别的" });
  expectRefusal("changed_meanwhile", () =>
    saved(before, "s1", other, member, { revision: 0, at: later }),
  );
});

test("nobody writes on another's story", () => {
  expectRefusal("not_found", () =>
    saved(draft(), "s1", content(), secretary, { revision: 1, at: later }),
  );
  expectRefusal("not_found", () => handedIn(draft(), 1, secretary, now));
});

test("a story is handed in whole, with the person's consent", () => {
  const lacking: Array<[Partial<Content>, Parameters<typeof expectRefusal>[0]]> = [
    [{ title: "" }, "title_missing"],
    [{ text: "" }, "text_missing"],
    [{ about: { memberId: "", name: "" } }, "story_person_missing"],
    [{ consent: { how: "", on: "2026-05-20" } }, "story_consent_missing"],
    [{ consent: { how: "当面说好的", on: "" } }, "story_consent_missing"],
    [{ consent: { how: "当面说好的", on: "2026-05-21" } }, "date_in_future"],
  ];
  for (const [changes, code] of lacking) {
    expectRefusal(code, () => handedIn(draft(changes), 1, member, now));
  }
});

test("pictures need somebody who has looked that no child and no ill person is shown", () => {
  const media = { kind: "photos", fileIds: ["f1"] } as const;
  expectRefusal("story_people_unchecked", () => waiting({ media, peopleChecked: false }));
  assert.equal(waiting({ peopleChecked: false }).status, "handedIn");
});

test("whom it is about has to do with it once it is handed in, and not while it is being written", () => {
  assert.deepEqual([partOf(draft(), subject), partOf(waiting(), subject)], ["none", "subject"]);
  assert.deepEqual([draft().involved, waiting().involved], [["member"], ["member", "subject"]]);
  assert.equal(partOf(waiting(), { openid: "oVillager" }), "none");
  assert.equal(partOf(waiting(), { ...committee, villageId: "w" }), "none");
});

test("taken back, nothing of it stays but that there was one, and who took it back in which part", () => {
  for (const [by, part] of [
    [member, "writer"],
    [subject, "subject"],
    [committee, "committee"],
  ] as const) {
    const gone = withdrawn(waiting(), by, later);
    const { status, title, text, about, media, consent } = gone;
    assert.deepEqual(
      [status, title, text, about.name, media.kind],
      ["withdrawn", "", "", "", "none"],
    );
    assert.deepEqual(consent, { how: "", on: "" });
    assert.equal(gone.status === "withdrawn" && gone.withdrawnAs, part);
    assert.equal(withdrawn(gone, by, noon), gone);
  }
});

test("nobody else takes it back, and the committee not what was never handed in", () => {
  expectRefusal("not_found", () => withdrawn(waiting(), secretary, later));
  expectRefusal("not_found", () => withdrawn(draft(), committee, later));
});

test("what was taken back or published is not written on any more", () => {
  const gone = withdrawn(waiting(), member, later);
  expectRefusal("story_closed", () =>
    saved(gone, "s1", content(), member, { revision: 1, at: later }),
  );
  expectRefusal("story_closed", () => handedIn(gone, 1, member, now));
});
