import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Form,
  firstRule,
  noticeOf,
  type Screen,
  toView,
} from "../../../../../miniprogram/packages/member/submit/view.ts";
import { newDraft, photoUploaded } from "../../../../../miniprogram/services/draft.ts";
import { aDraft, photoHere } from "../../../services/support.ts";
import { aRule } from "../../rules.ts";

type Rule = Form["rules"][number];

const mediation = aRule({
  id: "mediation",
  title: "邻里纠纷调解",
  grades: [{ id: "normal", title: "调解成功一起", points: 250 }],
  mine: true,
});

const form: Form = {
  today: "2014-06-01",
  earliest: "2014-01-01",
  rulebook: "积分考核细则",
  honours: [],
  rules: [mediation, aRule()],
};

const screen: Screen = { notice: { kind: "none" }, progress: {}, sending: false };

test("the rules of one's own posts stand apart, each with its points in plain words", () => {
  const { mine, others, chosen } = toView(form, newDraft("s1", form.today), screen);
  assert.deepEqual(
    mine.map(({ title, points }) => [title, points]),
    [["邻里纠纷调解", "2.5分"]],
  );
  assert.deepEqual(
    others.map(({ points }) => points),
    ["按要求完成一次2分，为整治作出重大贡献3分"],
  );
  assert.equal(chosen, undefined);
});

test("a chosen rule says who decides and what to write", () => {
  const decided = (approver: Rule["approver"]) =>
    toView({ ...form, rules: [aRule({ approver })] }, aDraft(), screen);
  assert.equal(decided("secretary").chosen?.approver, "由支部书记审核");
  assert.equal(decided("committee").chosen?.approver, "由党委审核");
  assert.equal(decided("secretary").text.placeholder, "写写：打扫了哪里");
});

test("a rule that has left the rulebook is no longer chosen", () => {
  const { chosen } = toView({ ...form, rules: [mediation] }, aDraft(), screen);
  assert.equal(chosen, undefined);
});

test("the form opens with the rule of the tapped post, or with that of the only post", () => {
  assert.equal(firstRule(form, "cleanup")?.id, "cleanup");
  assert.equal(firstRule(form, "")?.id, "mediation");
  const two = { ...form, rules: [mediation, aRule({ mine: true })] };
  assert.equal(firstRule(two, ""), undefined);
});

test("today is named as such, and the year only where it is another one", () => {
  const dayOf = (workedOn: string) => toView(form, aDraft({ workedOn }), screen).day.text;
  assert.equal(dayOf("2014-06-01"), "今天（6月1日）");
  assert.equal(dayOf("2014-05-31"), "5月31日");
  assert.equal(dayOf("2013-12-31"), "2013年12月31日");
});

test("a photo says how far it has come, and nothing once it has arrived", () => {
  const photos = ["a", "b", "c"].map(photoHere);
  const draft = photoUploaded(aDraft({ photos }), "a", "cloud://e/evidence/s1/a.jpg");
  const view = toView(form, draft, { ...screen, progress: { b: 40 } });
  assert.deepEqual(
    view.photos.map(({ note }) => note),
    ["", "上传40%", "等着上传"],
  );
  assert.equal(view.mayAddPhoto, true);
});

test("after nine photos none can be added", () => {
  const photos = Array.from({ length: 9 }, (_, index) => photoHere(`p${index}`));
  assert.equal(toView(form, aDraft({ photos }), screen).mayAddPhoto, false);
});

test("the length of the text is counted against its limit", () => {
  assert.equal(toView(form, aDraft({ text: "打扫" }), screen).text.count, "2/2000");
});

test("a draft says on opening why it is there", () => {
  assert.deepEqual(noticeOf(aDraft()), { kind: "restored", text: "上次没写完的还在。" });
  assert.deepEqual(noticeOf(aDraft({ state: "waiting" })), {
    kind: "restored",
    text: "这条还没发出去，可以再改。",
  });
  assert.deepEqual(noticeOf(aDraft(), "写得太简单"), {
    kind: "mend",
    text: "退回原因：写得太简单",
  });
  assert.deepEqual(noticeOf(aDraft({ state: "refused", message: "日期还没到" })), {
    kind: "mend",
    text: "没有交上去：日期还没到",
  });
});

test("a form for an honour asks for what stands on the certificate, and for nobody else", () => {
  const honour = { title: "优秀共产党员", gradeId: "normal", sameDeedAs: "" };
  const view = toView(form, aDraft({ honour }), screen);
  assert.equal(view.day.title, "证书上的日期");
  assert.equal(view.photoTitle, "证书照片");
  assert.equal(view.text.optional, "（可以不写）");
  assert.equal(view.mayBeTogether, false);
});
