import assert from "node:assert/strict";
import { test } from "node:test";
import { call, Refused, transportFailure } from "../../../miniprogram/services/call.ts";

/** WeChat's cloud, giving this answer to every call; what it was asked is returned. */
function cloudAnswers(answer: () => Promise<unknown>): unknown[] {
  const asked: unknown[] = [];
  Object.assign(globalThis, {
    wx: {
      cloud: {
        callFunction(question: unknown) {
          asked.push(question);
          return answer();
        },
      },
    },
  });
  return asked;
}

const refusal = (code: string, message: string) => (error: unknown) =>
  error instanceof Refused && error.code === code && error.message === message;

test("a call names its operation and resolves with the value of the answer", async () => {
  const value = { status: "withdrawn" };
  const asked = cloudAnswers(async () => ({ result: { ok: true, value } }));
  assert.equal(await call("withdrawClaim", { claimId: "c1" }), value);
  assert.deepEqual(asked, [
    { name: "api", data: { operation: "withdrawClaim", input: { claimId: "c1" } } },
  ]);
});

test("a refusal is thrown with its code, its sentence and the number that finds it in the log", async () => {
  const result = { ok: false, code: "internal", message: "系统出了问题", traceId: "r-7" };
  cloudAnswers(async () => ({ result }));
  await assert.rejects(call("getMe", {}), (error: unknown) => {
    assert(error instanceof Refused);
    assert.deepEqual(
      [error.code, error.message, error.traceId],
      ["internal", "系统出了问题", "r-7"],
    );
    return true;
  });
});

test("a call that does not get through is no signal, not an error of the village", async () => {
  cloudAnswers(() => Promise.reject({ errCode: -1, errMsg: "cloud.callFunction:fail" }));
  await assert.rejects(call("getMe", {}), refusal("no_signal", "没有信号，请稍后再试"));
});

test("a failure without any code is taken for a lost signal: the draft stays and is sent again", () => {
  assert.equal(transportFailure(new Error("request:fail")).code, "no_signal");
  assert.equal(transportFailure(undefined).code, "no_signal");
});

test("a failure of the cloud itself is not called a lost signal, and can be found in the log", () => {
  const failure = transportFailure({ errCode: -504003, requestID: "r-9" });
  assert.equal(failure.code, "internal");
  assert.equal(failure.traceId, "r-9");
});
