import type { Turn } from "./change.ts";
import type { Enterprise } from "./enterprise.ts";
import type { Household } from "./household.ts";
import { masked } from "./idNumber.ts";
import type { Resident, ResidentKind } from "./resident.ts";

/** One field as it was and as it is, as people read it. */
type FieldChange = Readonly<{ label: string; from: string; to: string }>;

/** What became of a thing; the fields of something new are not told, as they stand on the page. */
type InWords = Readonly<{
  what: "new" | "changed" | "moved" | "ended";
  /** Whom or what it is about. */
  name: string;
  fields: readonly FieldChange[];
}>;

/** A change in words: which fields, from what to what. ID numbers go without their middle. */
export function changesInWords(turn: Turn): InWords {
  const name = nameOf(turn);
  const { before, after } = turn;
  if (!before) return { what: "new", name, fields: [] };
  const [from, to] = readingsOf(turn);
  const fields = Object.keys(to)
    .map((label) => ({ label, from: from[label] ?? "", to: to[label] ?? "" }))
    .filter((field) => field.from !== field.to);
  if (after.ended !== "") return { what: "ended", name, fields };
  const moved = before.hamlet !== after.hamlet || isElsewhere(turn);
  return { what: moved ? "moved" : "changed", name, fields };
}

const isElsewhere = (turn: Turn): boolean =>
  turn.kind === "resident" && turn.before?.householdId !== turn.after.householdId;

const nameOf = (turn: Turn): string =>
  turn.kind === "household" ? turn.after.head : turn.after.name;

/** What people read of a thing, by its labels. */
type Reading = Readonly<Record<string, string>>;

function readingsOf(turn: Turn): readonly [Reading, Reading] {
  switch (turn.kind) {
    case "household":
      return both(turn, readHousehold);
    case "resident":
      return both(turn, readResident);
    case "enterprise":
      return both(turn, readEnterprise);
  }
}

const both = <T>(
  { before, after }: Readonly<{ before: T | null; after: T }>,
  read: (thing: T) => Reading,
): readonly [Reading, Reading] => [before ? read(before) : {}, read(after)];

const readHousehold = ({ hamlet, door, head, phone, note, ended }: Household): Reading => ({
  自然村: hamlet,
  门牌: door,
  户主: head,
  电话: phone,
  备注: note,
  注销: endsInWords[ended],
});

const readResident = ({ floating, ...resident }: Resident): Reading => ({
  姓名: resident.name,
  类别: kindsInWords[resident.kind],
  出生日期: resident.birthday,
  电话: resident.phone,
  身份证号: masked(resident.idNumber),
  来自: floating?.from ?? "",
  来的日期: floating?.since ?? "",
  住到: floating?.until ?? "",
  房东: floating?.landlord ?? "",
  房东电话: floating?.landlordPhone ?? "",
  村民代表: resident.isRepresentative ? "是" : "不是",
  备注: resident.note,
  注销: endsInWords[resident.ended],
  注销日期: resident.endedOn,
  去向: resident.wentTo,
});

const readEnterprise = (enterprise: Enterprise): Reading => ({
  自然村: enterprise.hamlet,
  名称: enterprise.name,
  行业: enterprise.trade,
  联系人: enterprise.contact,
  电话: enterprise.phone,
  人数: String(enterprise.workers),
  备注: enterprise.note,
  注销: endsInWords[enterprise.ended],
});

const kindsInWords: Record<ResidentKind, string> = {
  registered: "户籍",
  living: "常住",
  floating: "流动",
  newResident: "新居民",
};

const endsInWords: Record<(Household | Resident | Enterprise)["ended"], string> = {
  "": "",
  moved: "搬走了",
  died: "去世",
  demolished: "房子拆了",
  closed: "关了",
  mistake: "填错了",
};
