import {
  branches,
  codeOf,
  demoMember,
  grids,
  people,
  secretaryOf,
  villagerOpenid,
} from "./village.ts";

/** Somebody whom the demo's phones can become; all of them are invented. */
export type DemoPerson = Readonly<{
  openid: string;
  label: string;
  /** Waits to be entered on the sign-in page; only for those who have not signed in. */
  invitationCode?: string;
}>;

const titles = { member: "", gridStaff: "网格员", secretary: "支部书记", committee: "党委委员" };

/** Everybody in the order of the booklets, and one villager without account. */
export const demoPeople = (): DemoPerson[] => [
  { openid: villagerOpenid, label: "村民（没有账号）" },
  ...people.map(({ openid, name, branch, grid, roles, signedIn, ordinal }) => ({
    openid,
    label: [
      name,
      branches[branch - 1]?.name,
      grids[grid - 1]?.name,
      ...roles.map((role) => titles[role]),
      signedIn ? "" : `未登录，邀请码 ${codeOf(ordinal)}`,
    ]
      .filter(Boolean)
      .join(" · "),
    ...(signedIn ? {} : { invitationCode: codeOf(ordinal) }),
  })),
];

/** Whom the three phones show at first: a member, that member's secretary, a villager. */
export const atFirst = [
  { who: "党员", openid: demoMember.openid },
  { who: "支部书记", openid: secretaryOf(demoMember.branch).openid },
  { who: "村民", openid: villagerOpenid },
] as const;
