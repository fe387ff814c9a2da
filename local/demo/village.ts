import { idOf } from "../../core/kernel/ids.ts";
import type { Role } from "../../core/kernel/operation.ts";
import { pick, repeatable } from "./random.ts";
import facts from "./tangjiao.json" with { type: "json" };

/**
 * The people and the land of the demo village. The village, its numbers, the posts' names and grid 1's
 * hamlets come from the newspaper report (tangjiao.json); every person, every other hamlet and every
 * deed is invented.
 */

export const villageId = "tangjiao";
export const village = { name: facts.village, town: facts.town };

export const operatorOpenid = "oDemoOperator";
/** A villager without account. */
export const villagerOpenid = "oDemoVillager";

const chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

export const branches = chinese
  .slice(0, facts.branches)
  .map((numeral, index) => ({ ordinal: index + 1, name: `第${numeral}党支部` }));

/** Invented, but for grid 1. */
const hamletsOfGrids = [
  facts.grid1Hamlets,
  ["东港（示例）", "荷花浜（示例）"],
  ["北栅头（示例）", "柳家湾（示例）", "油车浜（示例）"],
  ["南星（示例）", "石桥头（示例）"],
  ["西塘（示例）", "莲荡（示例）", "鱼池上（示例）"],
  ["新村（示例）", "渡船浜（示例）"],
];

export const grids = chinese.slice(0, facts.grids).map((numeral, index) => ({
  ordinal: index + 1,
  name: `第${numeral}网格`,
  hamlets: hamletsOfGrids[index] ?? [],
}));

/** The report's five posts; the duty's wording and the number of places are invented. */
export const posts = [
  { ruleId: "repair", duty: "管道、电路、道路出了问题，随叫随到去抢修", places: 4 },
  { ruleId: "mediation", duty: "邻里有了矛盾，上门听、上门劝，把事说开", places: 4 },
  { ruleId: "cleanup", duty: "包干河边、路边、公共场地，定期打扫", places: 8 },
  { ruleId: "care", duty: "结对独居老人和困难家庭，常去看看、帮帮手", places: 6 },
  { ruleId: "patrol", duty: "晚上在村里走一圈，看看水、电、门窗和陌生人", places: 6 },
].map((post, index) => ({ ...post, ordinal: index + 1, title: facts.posts[index] ?? "" }));

export type Person = Readonly<{
  ordinal: number;
  memberId: string;
  openid: string;
  name: string;
  branch: number;
  hamlet: string;
  grid: number;
  roles: readonly Role[];
  /** The last two have a booklet but have not signed in yet: their codes wait for them. */
  signedIn: boolean;
}>;

const surnames = [..."沈陆顾徐朱钱吴张王周陈李杨孙潘费凌计姚金戴庄翁柳"];
const givenNames = [
  ..."林根,根生,阿大,福泉,水根,金木,建国,建明,国平,国良,志强,志明,永兴,永林,伟民,伟东".split(","),
  ..."雪芳,美英,桂珍,凤宝,玉兰,秀英,巧珍,丽华,建芳,晓燕,春妹,月娥,海燕,静怡,文娟,菊林".split(","),
];

/** 114 people in 9 branches and 6 grids: the first is the founder, the next nine the secretaries. */
export const people: readonly Person[] = makePeople();

function makePeople(): Person[] {
  const chance = repeatable(2015_03_03);
  const names = new Set<string>();
  while (names.size < facts.members) names.add(pick(chance, surnames) + pick(chance, givenNames));
  return [...names].map((name, index) => {
    const ordinal = index + 1;
    const home = pick(chance, grids);
    const grid = gridOfOffice(ordinal) ?? home;
    return {
      ordinal,
      memberId: idOf.member(villageId, ordinal),
      openid: `oDemo${String(ordinal).padStart(3, "0")}`,
      name,
      // The founder sits in the first branch; the secretaries, 2 to 10, one in each.
      branch: ordinal === 1 ? 1 : ((ordinal - 2) % facts.branches) + 1,
      hamlet: ordinal === 1 ? (facts.grid1Hamlets[0] ?? "") : pick(chance, grid.hamlets),
      grid: grid.ordinal,
      roles: rolesOf(ordinal),
      signedIn: ordinal <= facts.members - 2,
    };
  });
}

/** The founder lives in the report's grid 1, and each grid's staff in theirs. */
function gridOfOffice(ordinal: number): (typeof grids)[number] | undefined {
  if (ordinal === 1) return grids[0];
  return rolesOf(ordinal).includes("gridStaff") ? grids[ordinal - 12] : undefined;
}

/** The founder and one more sit on the committee; six are grid staff, one a grid. */
function rolesOf(ordinal: number): Role[] {
  if (ordinal === 1 || ordinal === 11) return ["member", "committee"];
  if (ordinal <= 10) return ["member", "secretary"];
  if (ordinal <= 11 + facts.grids) return ["member", "gridStaff"];
  return ["member"];
}

function personOf(ordinal: number): Person {
  const person = people[ordinal - 1];
  if (!person) throw new Error(`nobody has booklet ${ordinal}`);
  return person;
}

export const founder = personOf(1);
/** The other committee member, who decides what is the founder's own. */
export const deputy = personOf(11);
/** Whom the first phone shows: a member of the first branch without office. */
export const demoMember = personOf(20);

/** Booklets 2 to 10 are the secretaries' of branches 1 to 9. */
export const secretaryOf = (branch: number): Person => personOf(branch + 1);

/** The code of the nth invitation; members are invited in the order of their booklets. */
export const codeOf = (nth: number): string => `DEMO${String(nth).padStart(4, "0")}`;

/** The first of a grid who has signed in and is what is asked for. */
const inGrid = (grid: number, isOne: (person: Person) => boolean): Person => {
  const person = people.find((one) => one.grid === grid && one.signedIn && isOne(one));
  if (!person) throw new Error(`nobody is there for grid ${grid}`);
  return person;
};

/** The one who works in the grid. */
export const staffOf = (grid: number) => inGrid(grid, ({ roles }) => roles.includes("gridStaff"));
/** A member without office, whom the demo makes the grid's leader. */
export const leaderOf = (grid: number) => inGrid(grid, ({ roles }) => roles.length === 1);
