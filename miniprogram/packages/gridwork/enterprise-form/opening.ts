import { call, Refused } from "../../../services/call";
import { newId } from "../../../services/newId";
import { type Desk, lies, openDesk } from "../desk";
import type { Enterprise } from "../enterprises/view";
import { firstPage } from "../list";
import { meet } from "../meeting";
import { type Firm, fieldsOf, firmOf, newFirm } from "./view";

/** The page's address; without `enterpriseId` for a new one. */
export type Query = Readonly<{
  gridId?: string;
  enterpriseId?: string;
  hamlet?: string;
  note?: string;
}>;

export type Opened = Readonly<{ desk: Desk<Firm>; hamlets: readonly string[] }>;

/**
 * @returns undefined when it has been sent in the meantime
 * @throws Refused when it cannot be fetched and nothing of it is on this phone
 */
export async function openForm(query: Query): Promise<Opened | undefined> {
  const { gridId = "", enterpriseId = "", hamlet = "", note = "" } = query;
  const page = `/packages/gridwork/enterprise-form/index?gridId=${gridId}`;
  const address = enterpriseId ? `${page}&enterpriseId=${enterpriseId}&hamlet=${hamlet}` : page;
  const place = { householdId: "", address, noteId: note };
  const { value } = await firstPage(gridId === "" ? {} : { gridId });
  const asked = enterpriseId ? enterpriseNow(query) : Promise.resolve(undefined);
  const now = await (lies(place) ? asked.catch(() => undefined) : asked);
  const desk = await openDesk(place, describe, () =>
    now ? firmOf(now) : newFirm(newId(), value.hamlets),
  );
  if (desk && now) meetNow(desk, now);
  return desk && { desk, hamlets: value.hamlets };
}

const describe = ({ firm: { fields, revision } }: Firm) => ({
  title: `${revision === 0 ? "加企业" : "改企业"} · ${fields.name.trim() || "还没写名称"}`,
  text: fields.hamlet,
});

/** More of one hamlet than a village has. */
const pagesMost = 10;

/** There is no asking for a single one: its hamlet's few are looked through. */
export async function enterpriseNow(query: Query): Promise<Enterprise> {
  const { gridId = "", enterpriseId = "", hamlet = "" } = query;
  const of = {
    ...(hamlet && { hamlet: decodeURIComponent(hamlet) }),
    ...(gridId && { gridId }),
  };
  let skip = 0;
  for (let page = 0; page < pagesMost; page++) {
    const { rows, more } = await call("listEnterprises", { ...of, skip });
    const found = rows.find((row) => row.enterpriseId === enterpriseId);
    if (found) return found;
    if (!more) break;
    skip += rows.length;
  }
  throw new Refused("not_found", "这家企业已经不在名单里了");
}

/**
 * What others have changed meanwhile comes into the form, beside what was typed.
 * @returns whether there was anything
 */
export function meetNow(desk: Desk<Firm>, now: Enterprise): boolean {
  const before = desk.typed().firm;
  const firm = meet(before, { revision: now.revision, fields: fieldsOf(now) });
  if (firm === before) return false;
  desk.edit((typed) => ({ ...typed, firm }));
  return true;
}
