import { call, Refused } from "../../../services/call";
import { newId } from "../../../services/newId";
import { type Desk, lies, openDesk, type Place } from "../desk";
import { meet } from "../meeting";
import { personOf, type Resident } from "../people";
import { newOne, oneOf, type Person } from "./view";

/** The page's address; without `residentId` for somebody new, and then it asks the village nothing. */
export type Query = Readonly<{
  householdId?: string;
  head?: string;
  residentId?: string;
  note?: string;
}>;

/**
 * @returns undefined when it has been sent in the meantime
 * @throws Refused when it cannot be fetched and nothing of it is on this phone
 */
export async function openForm(query: Query): Promise<Desk<Person> | undefined> {
  const { householdId = "", head = "", residentId = "", note = "" } = query;
  const of = `householdId=${householdId}&head=${head}`;
  const page = `/packages/gridwork/resident-form/index?${of}`;
  const address = residentId ? `${page}&residentId=${residentId}` : page;
  const place: Place = { householdId, address, noteId: note };
  const asked = residentId ? residentNow(householdId, residentId) : Promise.resolve(undefined);
  const now = await (lies(place) ? asked.catch(() => undefined) : asked);
  const describe = ({ person: { fields, revision } }: Person) => ({
    title: `${revision === 0 ? "加人" : "改人"} · ${fields.name.trim() || "还没写姓名"}`,
    text: `${decodeURIComponent(head)}家`,
  });
  const desk = await openDesk(place, describe, () => (now ? oneOf(now) : newOne(newId())));
  if (desk && now) meetNow(desk, now);
  return desk;
}

/** With the ID number whole. @throws Refused `not_found` when they are in the household no more */
export async function residentNow(householdId: string, residentId: string): Promise<Resident> {
  const { residents } = await call("getHousehold", { householdId, forEditing: true });
  const found = residents.find((resident) => resident.residentId === residentId);
  if (!found) throw new Refused("not_found", "这个人已经不在这一户了");
  return found;
}

/**
 * What others have changed meanwhile comes into the form, beside what was typed.
 * @returns whether there was anything
 */
export function meetNow(desk: Desk<Person>, now: Resident): boolean {
  const before = desk.typed().person;
  const person = meet(before, { revision: now.revision, fields: personOf(now) });
  if (person === before) return false;
  desk.edit((typed) => ({ ...typed, person }));
  return true;
}
