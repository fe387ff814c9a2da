import { points } from "../../core/kernel/points.ts";
import { addDays, type LocalDate } from "../../core/kernel/time.ts";
import { profileA } from "../../core/rulebook/profileA.ts";
import { type Chance, pick, repeatable } from "./random.ts";
import { type Person, people } from "./village.ts";

/** Something an invented person did on an invented day; what it counts, the rulebook says. */
export type Deed = Readonly<{
  by: Person;
  ruleId: string;
  gradeId: string;
  workedOn: LocalDate;
  text: string;
}>;

/** How often each kind of deed is drawn; the two posts of the report with known points lead. */
const kinds = [
  { ruleId: "cleanup", gradeId: "normal", weight: 26 },
  { ruleId: "cleanup", gradeId: "major", weight: 12 },
  { ruleId: "mediation", gradeId: "normal", weight: 16 },
  { ruleId: "branch-meeting", gradeId: "normal", weight: 20 },
  { ruleId: "committee-meeting", gradeId: "normal", weight: 8 },
  { ruleId: "patrol", gradeId: "normal", weight: 8 },
  { ruleId: "care", gradeId: "normal", weight: 6 },
  { ruleId: "repair", gradeId: "normal", weight: 4 },
  { ruleId: "flood", gradeId: "normal", weight: 2 },
  { ruleId: "honour", gradeId: "normal", weight: 2 },
].flatMap(({ weight, ...kind }) => Array.from({ length: weight }, () => kind));

const textsOf: Record<string, readonly string[]> = {
  cleanup: ["清扫了{}的河边和路边", "清理了{}公共场地的杂物", "捞了{}河道里的水草和垃圾"],
  mediation: ["{}两家为了墙边排水有争执，上门说和了", "{}邻居因停车吵架，劝好了"],
  "branch-meeting": ["参加了支部的学习讨论", "参加了支部的主题党日"],
  "committee-meeting": ["参加了党委召开的党员大会", "参加了党委组织的义务劳动"],
  patrol: ["晚饭后在{}走了一圈，一切正常", "夜里巡了{}，提醒两户关好门窗"],
  care: ["去看了{}的独居老人，帮着买了米和药", "帮{}的困难家庭收了晒的稻谷"],
  repair: ["{}一户水管爆了，连夜关阀修好", "{}路灯不亮，换了线和灯泡"],
  flood: ["大雨夜在{}守了水位", "在{}装了沙袋、清了排水口"],
  honour: ["被评为镇优秀共产党员（示例）", "被评为区文明家庭（示例）"],
};

const pointsOf = (ruleId: string, gradeId: string): number =>
  profileA.rules.find((rule) => rule.id === ruleId)?.grades.find((grade) => grade.id === gradeId)
    ?.points ?? 0;

/** A year of deeds that count exactly so many whole points in all, in the order of their days. */
export function deedsOfYear(year: number, wholePoints: number): Deed[] {
  const chance = repeatable(year);
  const done = new Set<string>();
  const deeds: Deed[] = [];
  let left = points(wholePoints);
  while (left > 0) {
    const { ruleId, gradeId } = lastKind(left) ?? pick(chance, kinds);
    const deed = oneDeed(chance, year, ruleId, gradeId);
    const key = `${deed.by.ordinal} ${ruleId} ${deed.workedOn}`;
    if (done.has(key)) continue; // nobody does the same thing twice a day
    done.add(key);
    deeds.push(deed);
    left -= pointsOf(ruleId, gradeId);
  }
  return deeds.sort((one, other) => (one.workedOn < other.workedOn ? -1 : 1));
}

/** Near the end only twos and threes fit: 2 and 4 are filled with twos, 3, 5, 6 … with threes first. */
function lastKind(left: number): { ruleId: string; gradeId: string } | undefined {
  if (left > points(12)) return undefined;
  const two = left === points(2) || left === points(4);
  return { ruleId: two ? "cleanup" : "mediation", gradeId: "normal" };
}

function oneDeed(chance: Chance, year: number, ruleId: string, gradeId: string): Deed {
  const by = oneOfThePeople(chance);
  const day = Math.floor(chance() * 365);
  const text = pick(chance, textsOf[ruleId] ?? []).replace("{}", by.hamlet);
  return { by, ruleId, gradeId, workedOn: addDays(`${year}-01-01`, day), text };
}

/** Some do much and some little: the smaller of two draws comes up more often. */
function oneOfThePeople(chance: Chance): Person {
  const able = people.filter((person) => person.signedIn);
  const index = Math.floor(Math.min(chance(), chance() + 0.15) * able.length) % able.length;
  // Deal the diligent over branches and grids instead of along the booklets' numbers.
  const person = able[(index * 37 + 97) % able.length];
  if (!person) throw new Error("nobody lives in the village");
  return person;
}
