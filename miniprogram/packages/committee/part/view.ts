import type { Failed, Loading } from "../../../services/load";
import type { Draft } from "../draftDesk";
import { type Field, withFlaws } from "./field";
import type { AnyPart } from "./part";

export type Ready = Readonly<{
  kind: "ready";
  /** Whether values of before were found that are not saved. */
  restored: boolean;
  fields: readonly Field[];
  mayRemove: boolean;
  saving: boolean;
}>;

export type View = Loading | Failed | Ready;

/** What stands in the form besides the draft. */
export type Writing = Readonly<{
  part: AnyPart;
  /** "" for something new. */
  id: string;
  /** What something new will be called: the same however often it is sent. */
  added: string;
  values: object;
  restored: boolean;
  saving: boolean;
}>;

export function toView(draft: Draft, { part, id, values, restored, saving }: Writing): Ready {
  const flaws = draft.flaws.flatMap(({ place, sentence }) => {
    const path = part.pathOf(draft.scheme, id, place);
    return path === undefined ? [] : [{ path, sentence }];
  });
  return {
    kind: "ready",
    restored,
    fields: withFlaws(part.fields(values, draft.scheme, id), flaws),
    mayRemove: id !== "" && part.remove !== undefined,
    saving,
  };
}
