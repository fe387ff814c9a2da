import type { Api } from "../../../core/api.ts";
import { fullDayText } from "../../texts/days";
import { type Typed, withTyped } from "./fields";

export type Resident = Api["getHousehold"]["output"]["residents"][number];
export type ResidentKind = Resident["kind"];
type ResidentInput = NonNullable<Api["saveHousehold"]["input"]["people"]>[number];

/** How somebody belongs to the village, in the village's words. */
export const kindNames: Readonly<Record<ResidentKind, string>> = {
  registered: "户籍",
  living: "常住",
  floating: "流动",
  newResident: "新居民",
};

/** What each means, for whoever is asked at the door. */
export const kindMeanings: Readonly<Record<ResidentKind, string>> = {
  registered: "户口在本村，不管住不住在村里。",
  living: "住在本村，户口在附近别处。",
  floating: "外地来的，做工或读书，暂住一段时间。",
  newResident: "外地来的，已经在村里安家。",
};

/** A person as the form has them, all fields side by side. */
export type PersonFields = Readonly<{
  name: string;
  /** "" until one is chosen. */
  kind: ResidentKind | "";
  phone: string;
  idNumber: string;
  birthday: string;
  from: string;
  since: string;
  until: string;
  landlord: string;
  landlordPhone: string;
  isRepresentative: boolean;
  note: string;
}>;

export const personLabels: Readonly<Record<keyof PersonFields, string>> = {
  ...{ name: "姓名", kind: "是哪一种", phone: "电话", idNumber: "身份证号", birthday: "生日" },
  ...{ from: "从哪里来", since: "哪天来的", until: "住到哪天", landlord: "房东" },
  ...{ landlordPhone: "房东电话", isRepresentative: "村民代表", note: "备注" },
};

const nobody: PersonFields = {
  ...{ name: "", kind: "", phone: "", idNumber: "", birthday: "", from: "", since: "", until: "" },
  ...{ landlord: "", landlordPhone: "", isRepresentative: false, note: "" },
};

/** Somebody new; a family came together, so the next one came as the one before did. */
export function newPerson(before: PersonFields | undefined): PersonFields {
  if (!before) return nobody;
  const { kind, from, since, until, landlord, landlordPhone } = before;
  return { ...nobody, kind, from, since, until, landlord, landlordPhone };
}

export const personOf = ({ floating, ...resident }: Resident): PersonFields => ({
  ...{ name: resident.name, kind: resident.kind, phone: resident.phone },
  ...{ idNumber: resident.idNumber, birthday: resident.birthday },
  ...{ from: floating?.from ?? "", since: floating?.since ?? "", until: floating?.until ?? "" },
  ...{ landlord: floating?.landlord ?? "", landlordPhone: floating?.landlordPhone ?? "" },
  ...{ isRepresentative: resident.isRepresentative, note: resident.note },
});

const idNumberLength = 18;

/** An ID number says the birthday, so that nobody has to turn three wheels. */
export function withPersonTyped(person: PersonFields, typed: Typed): PersonFields {
  const next = withTyped(person, typed);
  if (typed.field !== "idNumber" || next.idNumber.trim().length !== idNumberLength) return next;
  const day = next.idNumber.trim().replace(/^.{6}(\d{4})(\d{2})(\d{2}).*$/, "$1-$2-$3");
  return Number.isNaN(Date.parse(day)) ? next : { ...next, birthday: day };
}

/** What is still missing, as a request to whoever types. */
export function personProblem({ name, kind, idNumber, from, since }: PersonFields) {
  const whose = name.trim();
  if (whose === "") return "请写姓名";
  if (kind === "") return `请选${whose}是户籍、常住、流动还是新居民`;
  if (kind === "floating" && from.trim() === "") return `请写${whose}从哪里来`;
  if (kind === "floating" && since === "") return `请选${whose}哪天来的`;
  const digits = idNumber.replace(/\s/g, "").length;
  if (digits !== 0 && digits !== idNumberLength) return `${whose}的身份证号要18位`;
  return undefined;
}

/** @param kind the one that was chosen: `personProblem` has asked for it */
export const residentInput = (person: PersonFields, kind: ResidentKind): ResidentInput => ({
  ...{ name: person.name.trim(), kind, phone: person.phone.trim(), birthday: person.birthday },
  ...{ idNumber: person.idNumber.trim(), note: person.note.trim() },
  isRepresentative: person.isRepresentative,
  floating:
    kind === "floating"
      ? {
          ...{ from: person.from.trim(), since: person.since, until: person.until },
          ...{ landlord: person.landlord.trim(), landlordPhone: person.landlordPhone.trim() },
        }
      : null,
});

/** A field in words, where two have changed it. */
export function personText(person: PersonFields, field: keyof PersonFields): string {
  if (field === "isRepresentative") return person.isRepresentative ? "是" : "不是";
  if (field === "kind") return person.kind && kindNames[person.kind];
  const text = person[field];
  return isDay(field) && text !== "" ? fullDayText(text) : text;
}

const isDay = (field: string): boolean => ["birthday", "since", "until"].includes(field);

/** A person as the fields on the screen show them. */
export type PersonView = PersonFields &
  Readonly<{
    isFloating: boolean;
    meaning: string;
    birthdayText: string;
    sinceText: string;
    untilText: string;
  }>;

export const personView = (person: PersonFields): PersonView => ({
  ...person,
  isFloating: person.kind === "floating",
  meaning: person.kind && kindMeanings[person.kind],
  birthdayText: personText(person, "birthday"),
  sinceText: personText(person, "since"),
  untilText: personText(person, "until"),
});
