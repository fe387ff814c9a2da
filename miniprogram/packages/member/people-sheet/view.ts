import { type Colleague, found } from "../../../services/colleagues";

export type PersonView = Readonly<{
  memberId: string;
  name: string;
  branch: string;
  chosen: boolean;
}>;

/**
 * Whom the list shows.
 * @param without whose submission it is: they take part anyway
 */
export const peopleView = (
  people: readonly Colleague[],
  typed: string,
  chosen: readonly string[],
  without: string,
): PersonView[] =>
  found(people, typed)
    .filter(({ memberId }) => memberId !== without)
    .map((person) => ({ ...person, chosen: chosen.includes(person.memberId) }));
