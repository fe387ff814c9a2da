import { announce } from "../../../services/dialogs";
import type { Person } from "../../../services/draft";
import { participantsMost } from "../../../services/draftForm";

/** Who else took part: names that can be taken away, and a sheet to choose more. Event `edit` with `{participants}`. */
Component({
  properties: {
    people: { type: Array, value: [] as Person[] },
    /** The member whose submission it is, where it is another's. */
    without: { type: String, value: "" },
  },
  data: { choosing: false, chosen: [] as string[], most: participantsMost },
  observers: {
    people(people: readonly Person[]) {
      this.setData({ chosen: people.map(({ memberId }) => memberId) });
    },
  },
  methods: {
    choose() {
      this.setData({ choosing: true });
    },
    close() {
      this.setData({ choosing: false });
    },
    toggle({ detail: person }: WechatMiniprogram.CustomEvent<Person>) {
      const people: readonly Person[] = this.data.people;
      const others = people.filter(({ memberId }) => memberId !== person.memberId);
      if (others.length < people.length) this.change(others);
      else if (people.length < participantsMost) this.change([...people, person]);
      else announce(`最多写${participantsMost}位`);
    },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const people: readonly Person[] = this.data.people;
      this.change(people.filter(({ memberId }) => memberId !== currentTarget.dataset.id));
    },
    change(participants: readonly Person[]) {
      this.triggerEvent("edit", { participants });
    },
  },
});
