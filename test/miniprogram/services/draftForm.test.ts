import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cloudPathOf,
  newDraft,
  photoUploaded,
  withoutPhoto,
  withPhotos,
} from "../../../miniprogram/services/draft.ts";
import { dutyOf, problemOf, withRule } from "../../../miniprogram/services/draftForm.ts";
import { aRule } from "../packages/rules.ts";
import { aDraft, photoHere } from "./support.ts";

const town = { id: "town", title: "镇级", points: 500 };
const city = { id: "city", title: "市级", points: 1000 };
const honours = aRule({ id: "honour", title: "荣誉称号", honour: true, grades: [town, city] });

test("a draft lacks a rule, then words; photos it may lack", () => {
  const draft = newDraft("s1", "2014-06-01");
  assert.equal(problemOf(draft), "请先选做了哪一类事");
  const chosen = withRule(draft, aRule());
  assert.equal(problemOf({ ...chosen, text: "  " }), "请写几句做了什么");
  assert.equal(problemOf({ ...chosen, text: "扫地" }), undefined);
});

test("an honour lacks its title, then its level; what it was for may be left out", () => {
  const draft = withRule(newDraft("s1", "2014-06-01"), honours);
  assert.equal(problemOf(draft), "请写荣誉的名称");
  const honour = { title: "优秀共产党员", gradeId: "", sameDeedAs: "" };
  assert.equal(problemOf({ ...draft, honour }), "请选荣誉是哪一级的");
  assert.equal(problemOf({ ...draft, honour: { ...honour, gradeId: "city" } }), undefined);
});

test("where a rule of honours knows one level, nobody has to choose it", () => {
  const { honour } = withRule(aDraft(), { ...honours, grades: [town] });
  assert.equal(honour?.gradeId, "town");
});

test("another rule takes away what only the one before asked for, and nobody shares an honour", () => {
  const people = [{ memberId: "v-m2", name: "李四" }];
  const many = { ...aDraft({ participants: people }), quantity: 5 };
  const honoured = withRule(many, honours);
  assert.deepEqual([honoured.quantity, honoured.participants], [1, []]);
  const plain = withRule(honoured, aRule());
  assert.equal("honour" in plain, false);
  assert.deepEqual(withRule(many, aRule()).participants, people);
});

test("written for another, it says how that member agreed", () => {
  const behalf = { memberId: "v-m9", name: "张三", consent: " " };
  assert.equal(problemOf(aDraft({ behalf })), "请写明张三怎么同意的");
  assert.equal(problemOf(aDraft({ behalf: { ...behalf, consent: "当面说好的" } })), undefined);
});

test("only photos that are in the cloud are sent, under the submission's own id", () => {
  const draft = withPhotos(aDraft(), [photoHere("a"), photoHere("b")]);
  const fileId = `cloud://e/${cloudPathOf(draft.submissionId, "b")}`;
  const uploaded = photoUploaded(draft, "b", fileId);
  assert.deepEqual(dutyOf(uploaded), {
    submissionId: "s1",
    ruleId: "cleanup",
    workedOn: "2014-06-01",
    text: "打扫了村口",
    photos: ["cloud://e/evidence/s1/b.jpg"],
    quantity: 1,
    participantIds: [],
  });
  assert.deepEqual(withoutPhoto(uploaded, "a").photos.length, 1);
});

test("an honour and who took part are sent along", () => {
  const honour = { title: " 优秀共产党员 ", gradeId: "city", sameDeedAs: "" };
  assert.equal(dutyOf(aDraft({ honour })).honour?.title, "优秀共产党员");
  const participants = [{ memberId: "v-m2", name: "李四" }];
  assert.deepEqual(dutyOf(aDraft({ participants })).participantIds, ["v-m2"]);
});
