import assert from "node:assert/strict";
import { test } from "node:test";
import { config } from "../../../miniprogram/config.ts";
import { acceptedKinds } from "../../../miniprogram/services/notices.ts";

const { toReview, decided } = config.templates;

test("only what the person ticked in WeChat's window is counted", () => {
  const answers = { [toReview]: "reject", [decided]: "accept", errMsg: "ok" };
  assert.deepEqual(acceptedKinds(["toReview", "decided"], answers), ["decided"]);
});

test("a template that WeChat has banned or filtered counts as not allowed", () => {
  assert.deepEqual(
    acceptedKinds(["toReview", "decided"], { [toReview]: "ban", [decided]: "filter" }),
    [],
  );
});
