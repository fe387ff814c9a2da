import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Api, OperationName } from "../../core/api.ts";
import type { Reply } from "../../core/app.ts";
import { localDate } from "../../core/kernel/time.ts";
import { profileA } from "../../core/rulebook/profileA.ts";
import { isForMembers } from "../../core/rulebook/rulebook.ts";
import type { Scheme } from "../../core/rulebook/scheme.ts";
import { type Cloud, startCloud } from "../../local/cloud/cloud.ts";
import { readDeclaration } from "../../local/cloud/database/declaration.ts";
import type { Route } from "../../local/cloud/http.ts";

/**
 * A small village in a local cloud of its own, made and asked through the bundled function, the real
 * SDK and the wire. Everybody is invented.
 */

const root = join(import.meta.dirname, "../..");

export const operator = "oOperator";
export const today = localDate(new Date().toISOString());
export const thisYear = Number(today.slice(0, 4));

export type TestCloud = Readonly<{ cloud: Cloud; close(): Promise<void> }>;

/** @param routes what else is served at the cloud's address */
export async function openCloud(routes: readonly Route[] = []): Promise<TestCloud> {
  const dataDir = mkdtempSync(join(tmpdir(), "passbook-"));
  const cloud = await startCloud({
    dataDir,
    functionsDir: join(root, "cloudfunctions"),
    functionEnv: { OPERATORS: operator },
    declaration: readDeclaration(join(root, "cloudbase/database.json")),
    routes,
    checks: { words: ["违禁词"], files: ["risky"] },
    pushFunction: "chat",
  });
  return {
    cloud,
    async close() {
      await cloud.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** Asks as somebody whom WeChat vouches for; `input` may be anything, as it may from a phone. */
export const askRaw = (cloud: Cloud, openid: string, operation: string, input: unknown) =>
  cloud.call("api", { operation, input }, { openid }) as Promise<Reply>;

export type Village = Awaited<ReturnType<typeof makeVillage>>;

/**
 * Two branches and two grids. Openids are `o-<village>-<name>`: `founder` and `deputy` (committee),
 * `chief` (secretary of the first branch), `anna`, `ben` (members of it), `staff` (grid staff), `other`
 * and `far` (secretary and member of the second branch), `late` (has a booklet, has not signed in).
 * @param rulebook the village's first one; profile A as the report has it when left out
 */
export async function makeVillage(
  { cloud }: TestCloud,
  villageId: string,
  openYear = thisYear,
  rulebook: Scheme = profileA,
) {
  const ids = (name: string) => `o-${villageId}-${name}`;
  const raw = (name: string, operation: string, input: unknown) =>
    askRaw(cloud, name === "operator" ? operator : ids(name), operation, input);
  /** Asks and expects an answer. */
  async function ask<Name extends OperationName>(
    name: string,
    operation: Name,
    input: Api[Name]["input"],
  ): Promise<Api[Name]["output"]> {
    const reply = await raw(name, operation, input);
    assert(reply.ok, `${operation} by ${name}: ${JSON.stringify(reply)}`);
    return reply.value as Api[Name]["output"];
  }
  const { code } = await ask("operator", "foundVillage", {
    ...{ villageId, name: "试村", town: "试镇", openYear },
    branch: { ordinal: 1, name: "第一党支部" },
    grid: { ordinal: 1, name: "第一网格", hamlets: ["东浜"] },
    founder: { ordinal: 1, name: "发起人", hamlet: "东浜" },
    ...(rulebook === profileA ? {} : { rulebook }),
  });
  await ask("founder", "signIn", { code });
  await ask("founder", "openBranch", { ordinal: 2, name: "第二党支部" });
  await ask("founder", "openGrid", { ordinal: 2, name: "第二网格", hamlets: ["西浜"] });
  const memberOf = (ordinal: number) => `${villageId}-m${ordinal}`;
  for (const [index, [name, branch, hamlet, roles]] of people.entries()) {
    const ordinal = index + 2;
    const memberId = memberOf(ordinal);
    const branchId = `${villageId}-b${branch}`;
    await ask("founder", "enrolMember", { ordinal, name, branchId, hamlet });
    if (roles.length > 0) await ask("founder", "appoint", { memberId, roles: [...roles] });
    if (name === "late") continue;
    const invited = await ask("founder", "invite", { memberId });
    await ask(name, "signIn", { code: invited.code });
  }
  await ask("founder", "offerPost", {
    ...{ ordinal: 1, title: "环境卫生工作岗", duty: "打扫河边" },
    ruleId: rulebook === profileA ? "cleanup" : (rulebook.rules.find(isForMembers)?.id ?? ""),
    places: [{ gridId: `${villageId}-g1`, places: 1 }],
  });
  const idOf = (name: string) =>
    memberOf(name === "founder" ? 1 : people.findIndex(([known]) => known === name) + 2);
  return { villageId, ask, raw, openid: ids, memberId: idOf, postId: `${villageId}-p1` };
}

const people = [
  ["deputy", 1, "东浜", ["committee"]],
  ["chief", 1, "东浜", ["secretary"]],
  ["anna", 1, "东浜", []],
  ["ben", 1, "西浜", []],
  ["staff", 1, "东浜", ["gridStaff"]],
  ["other", 2, "西浜", ["secretary"]],
  ["far", 2, "西浜", []],
  ["late", 2, "西浜", []],
] as const;

/** A clean-up done today, as the phone sends it. */
export const cleanup = (submissionId: string) => ({
  ...{ submissionId, ruleId: "cleanup", workedOn: today, text: "打扫了河边" },
  photos: [],
});
