import type { Api } from "../../../../core/api.ts";
import { together } from "../../../texts/together";
import { visitUrl } from "../households/view";
import { kindNames } from "../people";
import { dayIn, placeText, visitedText } from "../texts";
import { type HistoryView, historyViews } from "./history";

export type Household = Api["getHousehold"]["output"];
type Resident = Household["residents"][number];
type Visit = Household["visits"][number];

export type PersonView = Readonly<{
  id: string;
  name: string;
  kind: string;
  isRepresentative: boolean;
  /** "45岁 · 320***********1234" */
  about: string;
  /** "河南周口来 · 2024年3月1日起 · 房东李四" */
  floating: string;
  note: string;
  phone: string;
  landlordPhone: string;
  /** The form that changes them; "" where nothing can be changed. */
  url: string;
}>;

export type VisitView = Readonly<{
  id: string;
  /** "9月3日 张三" */
  when: string;
  text: string;
  need: string;
  /** How the need stands, "" without one. */
  status: string;
  followUps: readonly string[];
}>;

export type Ready = Readonly<{
  kind: "ready";
  id: string;
  head: string;
  place: string;
  grid: string;
  phone: string;
  note: string;
  visited: string;
  /** Why nothing can be changed about it any more; "" while it can. */
  ended: string;
  needs: readonly VisitView[];
  people: readonly PersonView[];
  peopleTitle: string;
  visits: readonly VisitView[];
  services: ReadonlyArray<Readonly<{ id: string; when: string; text: string }>>;
  history: readonly HistoryView[];
  /** Whether this is what the phone saw before, since there is no signal. */
  isOld: boolean;
  visitUrl: string;
  personUrl: string;
  formUrl: string;
  serviceUrl: string;
}>;

const endTexts = {
  moved: "这一户搬走了，已经不在册。",
  demolished: "这里的房子拆了，这一户已经不在册。",
  mistake: "这一户是记错的，已经不在册。",
};

const pages = "/packages/gridwork";

export function toView(household: Household, isOld: boolean): Ready {
  const { householdId, head, grid, phone, note, ended, residents, visits } = household;
  const isOpen = ({ need, doneOn }: Visit) => need !== "" && doneOn === "";
  const views = (some: readonly Visit[]) => some.map((visit) => visitView(visit, household.today));
  return {
    ...{ kind: "ready", id: householdId, head, grid, phone, note, isOld },
    place: placeText(household),
    visited: visitedText(household.visitedOn),
    ended: ended === "" ? "" : endTexts[ended],
    needs: views(visits.filter(isOpen)),
    people: residents.map((resident) => personView(resident, household)),
    peopleTitle: `家里人（${residents.length}）`,
    visits: views(visits.filter((visit) => !isOpen(visit))),
    services: household.services.map(({ serviceId, on, member, text, by }) => ({
      ...{ id: serviceId, text },
      when: together(`${dayIn(on, household.today)} ${member}`, `${by}记的`),
    })),
    history: historyViews(household),
    visitUrl: visitUrl(householdId, head),
    personUrl: personForm(household),
    formUrl: `${pages}/household-form/index?householdId=${householdId}`,
    serviceUrl: `${pages}/service-form/index?householdId=${householdId}&head=${encodeURIComponent(head)}`,
  };
}

const personForm = ({ householdId, head }: Pick<Household, "householdId" | "head">): string =>
  `${pages}/resident-form/index?householdId=${householdId}&head=${encodeURIComponent(head)}`;

function personView(resident: Resident, household: Household): PersonView {
  const { today, householdId, head, ended } = household;
  const { residentId, name, kind, isRepresentative, birthday, idNumber, note, phone } = resident;
  return {
    ...{ id: residentId, name, kind: kindNames[kind], isRepresentative, note, phone },
    about: together(birthday && `${ageOn(birthday, today)}岁`, idNumber),
    floating: floatingText(resident, today),
    landlordPhone: resident.floating?.landlordPhone ?? "",
    url: ended === "" ? `${personForm({ householdId, head })}&residentId=${residentId}` : "",
  };
}

function floatingText({ floating }: Resident, today: string): string {
  if (!floating) return "";
  const { from, since, until, landlord } = floating;
  return together(
    `${from}来`,
    `${dayIn(since, today)}起`,
    until && `${until < today ? "说好住到" : "住到"}${dayIn(until, today)}`,
    until !== "" && until < today ? "该问问了" : "",
    landlord && `房东${landlord}`,
  );
}

/** Whole years. */
export const ageOn = (birthday: string, today: string): number =>
  Number(today.slice(0, 4)) -
  Number(birthday.slice(0, 4)) -
  (today.slice(5) < birthday.slice(5) ? 1 : 0);

const visitView = (visit: Visit, today: string): VisitView => ({
  ...{ id: visit.visitId, text: visit.text, need: visit.need },
  when: `${dayIn(visit.on, today)} ${visit.by}`,
  status: statusText(visit, today),
  followUps: visit.followUps.map(({ on, by, text }) => `${dayIn(on, today)} ${by}：${text}`),
});

function statusText({ need, doneOn }: Visit, today: string): string {
  if (need === "") return "";
  return doneOn === "" ? "还没办" : `${dayIn(doneOn, today)}办好了`;
}
