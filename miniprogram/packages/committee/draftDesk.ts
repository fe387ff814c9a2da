import type { Api } from "../../../core/api.ts";
import type { Scheme } from "../../../core/rulebook/scheme.ts";
import { sentenceOf } from "../../services/attempt";
import { call, Refused } from "../../services/call";
import { explain } from "../../services/dialogs";

export type Draft = Api["getDraft"]["output"];

/** The draft as the village last told it: the pages of one visit share it. */
let known: Draft | undefined;

export async function askDraft(): Promise<Draft> {
  known = await call("getDraft", {});
  return known;
}

export const knownDraft = async (): Promise<Draft> => known ?? askDraft();

/**
 * Saves the draft with one part put differently, and says why when that fails. When somebody else has
 * changed it meanwhile, their draft becomes the known one, and the same change can be saved again.
 * @returns whether the village has it
 */
export async function saveScheme(change: (scheme: Scheme) => Scheme): Promise<boolean> {
  const { revision, scheme } = await knownDraft();
  try {
    known = await call("saveDraft", { revision, scheme: change(scheme) });
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    explain(await reasonOf(error));
    return false;
  }
}

async function reasonOf(refused: Refused): Promise<string> {
  if (refused.code !== "draft_changed") return sentenceOf(refused);
  const { changedBy = "别人" } = await askDraft().catch((): Partial<Draft> => ({})); // no signal now
  return `${changedBy}刚改过草稿。您填的还在：再按一次保存，就存进新的草稿里。`;
}

/** What a person has to be told of the parts below a place: "rules.3" also of "rules.3.caps.0". */
export const flawsBelow = ({ flaws }: Pick<Draft, "flaws">, place: string): string[] =>
  flaws
    .filter((flaw) => flaw.place === place || flaw.place.startsWith(`${place}.`))
    .map(({ sentence }) => sentence);
