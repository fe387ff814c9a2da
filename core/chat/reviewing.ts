import type { Caller } from "../kernel/operation.ts";
import { sentences } from "../kernel/refusal.ts";
import { noQuestion } from "./chat.ts";
import { type Command, numbersMost } from "./command.ts";
import { type Deciding, type Deed, isOutdated, planOf } from "./plan.ts";
import {
  cancelled,
  firstLook,
  listFull,
  listText,
  nameOf,
  outdatedSome,
  questionText,
  type Result,
  resultText,
  whyNone,
} from "./texts.ts";
import { isReviewer, type Scene, saying, showingList, type Turn } from "./turn.ts";
import { listedMost, stillWaiting, waitingAfter } from "./waiting.ts";

export type Reviewing =
  | Extract<Command, { kind: "todo" | "show" | "approveAll" | "cancel" }>
  | Deciding;

/** What only reviewers say; whoever is none is told so, in the words of the page. */
export async function reviewing(scene: Scene, command: Reviewing): Promise<Turn> {
  const { caller } = scene;
  if (caller.id === undefined) return saying(sentences.not_signed_in, {}, "not_signed_in");
  if (!isReviewer(caller)) return saying(sentences.not_permitted, {}, "not_permitted");
  switch (command.kind) {
    case "todo":
      return command.page === "next" ? showNext(scene, caller) : showingList(scene, caller, "");
    case "show":
      return showOne(scene, caller, command.number);
    case "approveAll":
      return askAboutAll(scene, caller);
    case "cancel":
      return saying(cancelled, { question: noQuestion });
    default:
      return decide(scene, caller, command);
  }
}

async function showNext(scene: Scene, caller: Caller): Promise<Turn> {
  const { db, chat, times, brief } = scene;
  const { items } = chat.list;
  if (brief || isOutdated(chat.list, times)) return showingList(scene, caller, "");
  if (items.length >= listedMost) return saying(listFull);
  const waiting = await waitingAfter(db, caller, items);
  const all = [...items, ...waiting.listed.map(({ item }) => item)];
  const list = { shownAt: times.at, items: all };
  return saying(listText(waiting), { list, question: noQuestion });
}

function showOne(scene: Scene, caller: Caller, number: number): Turn | Promise<Turn> {
  const { list } = scene.chat;
  const item = list.items.find((one) => one.number === number);
  if (!item || isOutdated(list, scene.times)) {
    return showingList(scene, caller, whyNone.list_outdated, {}, "list_outdated");
  }
  const page = `packages/review/review/index?submissionId=${item.submissionId}`;
  return { message: { kind: "card", title: nameOf(item), page }, changes: {}, outcome: "ok" };
}

/** 全部: what the list shows, and not what nobody has looked at. */
async function askAboutAll(scene: Scene, caller: Caller): Promise<Turn> {
  const { db, chat, times } = scene;
  const items = isOutdated(chat.list, times) ? [] : await stillWaiting(db, chat.list.items);
  if (items.length === 0) return showingList(scene, caller, firstLook, {}, "list_outdated");
  const asked = items.slice(0, numbersMost);
  return saying(questionText(asked, items.length - asked.length), {
    question: { askedAt: times.at, items: asked },
  });
}

async function decide(scene: Scene, caller: Caller, command: Deciding): Promise<Turn> {
  const plan = planOf(command, scene.chat, scene.times);
  if (plan.kind === "none") {
    const { why } = plan;
    return why === "list_outdated"
      ? showingList(scene, caller, whyNone[why], {}, why)
      : saying(whyNone[why], {}, why);
  }
  const { deeds, missed } = plan;
  const results: Result[] = [];
  // One after the other: two lines in one booklet at once would only wait for each other.
  for (const deed of deeds) results.push(await perform(scene, deed));
  const done = results.filter(({ ok }) => ok).map(({ deed }) => deed.item);
  const text = resultText(results, missed);
  const changes = {
    question: noQuestion,
    ...(command.kind === "undo" ? { decided: [] } : done.length > 0 ? { decided: done } : {}),
  };
  const hindered = results.find((result) => !result.ok);
  const outcome = hindered && !hindered.ok ? hindered.code : (missed[0]?.why ?? "ok");
  return missed.some(({ why }) => why === "not_listed") || results.some(isOutdatedResult)
    ? showingList(scene, caller, `${text}\n${outdatedSome}`, changes, outcome)
    : saying(text, changes, outcome);
}

async function perform({ ask }: Scene, deed: Deed): Promise<Result> {
  const { submissionId, submittedAt } = deed.item;
  if (deed.kind === "undo") {
    const reply = await ask("undoReview", { submissionId });
    return reply.ok ? { deed, ok: true, points: 0, others: 0 } : { ...reply, deed };
  }
  const about = { submissionId, submittedAt };
  const reply = await ask(
    "reviewSubmission",
    deed.kind === "approve"
      ? { decision: "approve", ...about, gradeId: deed.grading.gradeId }
      : { decision: "return", ...about, reason: deed.reason },
  );
  return reply.ok ? { ...reply.value, deed, ok: true } : { ...reply, deed };
}

/** Decided, withdrawn or mended since it was shown. */
const isOutdatedResult = (result: Result): boolean =>
  !result.ok &&
  result.deed.kind !== "undo" &&
  ["already_reviewed", "not_found", "mended_meanwhile"].includes(result.code);
