import { call } from "../../../services/call";
import { newId } from "../../../services/newId";
import { dayAt } from "../../../texts/when";
import { type Desk, lies, openDesk, type Place } from "../desk";
import { firstPage } from "../list";
import { meet } from "../meeting";
import { type Family, familyOf, fieldsOf, newFamily } from "./view";

/** The page's address: `?householdId=…` to change one; `?gridId=…` of a new one where it is not one's own grid. */
export type Query = Readonly<{ householdId?: string; gridId?: string; note?: string }>;

/** What the form needs beside what is typed. */
export type Around = Readonly<{ hamlets: readonly string[]; today: string }>;

export type Opened = Readonly<{ desk: Desk<Family>; around: Around }>;

const page = "/packages/gridwork/household-form/index";

/**
 * @returns undefined when it has been sent in the meantime
 * @throws Refused when it cannot be fetched and nothing of it is on this phone
 */
export function openForm({ householdId = "", gridId = "", note = "" }: Query) {
  return householdId === "" ? openNew(gridId, note) : openChange(householdId, note);
}

async function openNew(gridId: string, noteId: string): Promise<Opened | undefined> {
  const { value } = await firstPage(gridId === "" ? {} : { gridId });
  const around = { hamlets: value.hamlets, today: today() };
  const place = { householdId: "", address: gridId ? `${page}?gridId=${gridId}` : page, noteId };
  const desk = await openDesk(place, describe, () => newFamily(newId(), value.hamlets));
  return desk && { desk, around };
}

async function openChange(householdId: string, noteId: string): Promise<Opened | undefined> {
  const place: Place = { householdId, address: `${page}?householdId=${householdId}`, noteId };
  const asked = call("getHousehold", { householdId });
  const now = await (lies(place) ? asked.catch(() => undefined) : asked);
  const desk = await openDesk(place, describe, () =>
    now ? familyOf(now) : newFamily(householdId, []),
  );
  if (desk && now) meetNow(desk, now);
  return desk && { desk, around: { hamlets: [], today: today() } };
}

/**
 * What others have changed meanwhile comes into the form, beside what was typed.
 * @returns whether there was anything
 */
export function meetNow(desk: Desk<Family>, now: Parameters<typeof fieldsOf>[0]): boolean {
  const family = desk.typed();
  const household = meet(family.household, { revision: now.revision, fields: fieldsOf(now) });
  if (household === family.household) return false;
  desk.edit((typed) => ({ ...typed, household }));
  return true;
}

const today = (): string => dayAt(new Date().toISOString());

const describe = ({ household, people }: Family) => {
  const { head, hamlet, door } = household.fields;
  const title = household.revision === 0 ? "加一户" : "改一户";
  return {
    title: `${title} · ${head.trim() || "还没写户主"}`,
    text: `${hamlet} ${door}${people.length > 0 ? `，${people.length}人` : ""}`,
  };
};
