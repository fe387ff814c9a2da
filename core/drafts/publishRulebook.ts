import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import type { ContentCheck } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { rulebooks } from "../rulebook/rulebook.ts";
import { villages } from "../villages/village.ts";
import { differences } from "./compare.ts";
import { PublishRulebookInput, PublishRulebookOutput } from "./contract.ts";
import {
  changed,
  checkSound,
  checkStart,
  openDraft,
  publishedAs,
  rulebookDrafts,
} from "./draft.ts";
import { readDesk } from "./shown.ts";

/**
 * The draft becomes the next version and holds from its day on; what was done before is scored by the
 * versions before it, and nothing that is recorded changes. Pressed again, it answers as the first time.
 */
export const publishRulebook = operation({
  name: "publishRulebook",
  who: ["committee"],
  input: PublishRulebookInput,
  output: PublishRulebookOutput,
  async run({ caller, input: { revision, effectiveFrom }, at, db, contentCheck }) {
    const { id, villageId, name } = caller;
    const { latest, draft } = await readDesk(db, villageId);
    const before = publishedAs(draft, revision);
    if (before !== undefined) return { version: before };
    const { scheme } = openDraft(draft, revision);
    checkSound(scheme);
    const words = differences(latest, scheme).map((one) => one.words);
    await checkWords(contentCheck, caller.openid, words.join("\n"));
    const version = await db.transact(async (tx) => {
      // Read again: whoever saves or publishes it meanwhile changes its revision.
      const now = await tx.get(rulebookDrafts, villageId);
      const meanwhile = publishedAs(now, revision);
      if (meanwhile !== undefined) return meanwhile;
      openDraft(now, revision);
      const village = (await tx.get(villages, villageId)) ?? refuse("not_found");
      checkStart(scheme, latest, village, effectiveFrom, localDate(at));
      const next = latest.version + 1;
      const rulebook = { villageId, version: next, effectiveFrom, ...scheme };
      await tx.insert(rulebooks, { id: idOf.rulebook(villageId, next), ...rulebook });
      const change = { villageId, revision, by: { id, name }, at };
      const published = { status: "published", version: next } as const;
      await tx.put(rulebookDrafts, { ...changed(now, change), ...published });
      return next;
    });
    return { version };
  },
});

/** WeChat reads at most 2,500 characters at once. */
const wordsAtOnce = 2000;

/** What is new is shown to everybody, so WeChat reads it first. */
async function checkWords(check: ContentCheck, openid: string, words: string): Promise<void> {
  for (let start = 0; start < words.length; start += wordsAtOnce) {
    const verdict = await check.text(openid, words.slice(start, start + wordsAtOnce));
    if (verdict === "risky") refuse("text_refused");
  }
}
