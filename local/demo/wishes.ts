import { type Person, people, posts } from "./village.ts";

/** Who claims which post in which grid: as many as there are places, the same every time. */
export type Wish = Readonly<{ by: Person; post: number; grid: number; speciality: string }>;

const specialities = ["会电工", "会开船", "会调解", "腿脚勤快", "会写字", ""];

/** One in four claims nothing, so that a newcomer can see how claiming goes. */
export const claimsNothing = (person: Person): boolean => person.ordinal % 4 === 1;

/** Each claims the first post that still has room in their grid. */
export function wishes(): Wish[] {
  const taken = new Map<string, number>();
  return people
    .filter((person) => person.signedIn && !claimsNothing(person))
    .flatMap((by) => {
      const post = posts
        .map((_, index) => posts[(index + by.ordinal) % posts.length])
        .find((one) => one && (taken.get(`${one.ordinal} ${by.grid}`) ?? 0) < one.places);
      if (!post) return [];
      const key = `${post.ordinal} ${by.grid}`;
      taken.set(key, (taken.get(key) ?? 0) + 1);
      const speciality = specialities[by.ordinal % specialities.length] ?? "";
      return [{ by, post: post.ordinal, grid: by.grid, speciality }];
    });
}
