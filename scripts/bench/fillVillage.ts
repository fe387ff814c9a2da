import type { SdkDocument } from "../../cloudbase/sdk.ts";
import { type Household, households } from "../../core/households/household.ts";
import { newHousehold, newResident, withPeople } from "../../core/households/make.ts";
import { type Resident, residents } from "../../core/households/resident.ts";
import type { Collection, Doc } from "../../core/kernel/database.ts";
import { idOf } from "../../core/kernel/ids.ts";
import { type Account, accounts, openAccount } from "../../core/ledger/account.ts";
import { type Member, members } from "../../core/members/member.ts";
import { profileA } from "../../core/rulebook/profileA.ts";
import { termsOf } from "../../core/rulebook/rulebook.ts";
import { sdkOf } from "../../test/support/everything.ts";
import { thisYear, type Village } from "../../test/support/village.ts";
import type { Measured } from "./measured.ts";

/** How many members and residents a village has. */
export type Size = Readonly<{ members: number; residents: number }>;

/** A household of the bench has four people, every fourth of them from elsewhere. */
const peopleEach = 4;

/** So many documents stay under the 100 KB of one request. */
const atOnce = 100;

/** Members take the booklets from here on, so that nobody of `makeVillage` is met. */
const firstBooklet = 101;

/** Grows a village to a size, past the operations: with booklets of two years, and counted at the end. */
export async function fillVillage(
  { cloud }: Measured,
  { villageId, ask }: Village,
  size: Size,
): Promise<void> {
  const db = sdkOf(cloud);
  const insert = async <T extends Doc>({ name }: Collection<T>, docs: readonly T[]) => {
    for (let from = 0; from < docs.length; from += atOnce) {
      const batch = docs.slice(from, from + atOnce).map(({ id, ...doc }) => ({ _id: id, ...doc }));
      // The SDK's `add` takes a list as well; its typings, and so ours, do not say so.
      const data: unknown = batch;
      await db.collection(name).add({ data: data as SdkDocument });
    }
  };
  const people = Array.from({ length: size.members }, (_, nth) => memberOf(villageId, nth));
  await insert(members, people);
  for (const year of [thisYear - 1, thisYear]) {
    await insert(
      accounts,
      people.map((member, nth) => accountOf(member, year, nth)),
    );
  }
  const homes = Array.from({ length: Math.ceil(size.residents / peopleEach) }, (_, nth) => {
    const home = householdOf(villageId, nth);
    const inside = residentsOf(home, nth);
    return { household: withPeople(home, inside), inside };
  });
  await insert(
    households,
    homes.map(({ household }) => household),
  );
  await insert(
    residents,
    homes.flatMap(({ inside }) => inside),
  );
  await ask("founder", "recountGrids", {});
}

const memberOf = (villageId: string, nth: number): Member => ({
  id: idOf.member(villageId, firstBooklet + nth),
  villageId,
  ordinal: firstBooklet + nth,
  name: nameOf(nth),
  branchId: idOf.branch(villageId, 1 + (nth % 2)),
  hamlet: nth % 2 === 0 ? "东浜" : "西浜",
  gridId: idOf.grid(villageId, 1 + (nth % 2)),
  ...{ roles: ["member"], classId: "", exemptions: [], openid: "" },
  allowed: { toReview: 0, decided: 0 },
});

const accountOf = (member: Member, year: number, nth: number): Account => {
  const points = 200 * ((nth * 7 + year) % 40);
  const empty = openAccount(member, year, termsOf(profileA));
  return { ...empty, balance: points, score: points, byMonth: { ...empty.byMonth, "03": points } };
};

const householdOf = (villageId: string, nth: number): Household =>
  newHousehold(
    { id: `${villageId}-home-${nth}`, villageId },
    {
      ...{ hamlet: nth % 2 === 0 ? "东浜" : "西浜", door: String(nth + 1), head: nameOf(nth) },
      ...{ phone: "", note: "" },
    },
  );

const residentsOf = (home: Household, nth: number): Resident[] =>
  Array.from({ length: peopleEach }, (_, person) =>
    newResident(`${home.id}-${person}`, home, {
      name: nameOf(nth * peopleEach + person),
      kind: person === 0 ? "newResident" : "registered",
      ...{ birthday: "", phone: "", idNumber: "", floating: null, isRepresentative: false },
      note: "",
    }),
  );

const characters = [..."沈陆顾徐朱钱吴张王周陈李杨孙潘费凌计姚金"];

/** 8,000 different names of three characters. */
const nameOf = (nth: number): string =>
  [nth, Math.floor(nth / 20), Math.floor(nth / 400)]
    .map((part) => characters[part % characters.length])
    .join("");
