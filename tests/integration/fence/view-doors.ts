import { everyTask } from "../../support/fence/view-world";
import type { Answers, Row, Thing } from "./doors";

const desk = "/api/v1/w/[workspace]/views";
/** Everybody has views of their own, and sees no others. */
const eachTheirs: Answers = ["200", "200", "200"];
const version = ({ version }: Thing) => ({ version });

/** Filters of the queue under a name, by whom they are. */
export const viewRows: Row[] = [
  { door: `GET ${desk}`, on: "desk", answers: eachTheirs },
  {
    door: `POST ${desk}`,
    on: "desk",
    body: () => ({ name: "Late birthdays", filter: { ...everyTask, kind: "birthday", overdue: true } }),
    answers: eachTheirs,
  },
  {
    door: `POST ${desk}/[id]/edit`,
    on: "saved view",
    body: ({ id, version }) => ({ version, name: `Mine ${id}`.slice(0, 60) }),
    answers: eachTheirs,
  },
  { door: `POST ${desk}/[id]/remove`, on: "saved view", body: version, answers: eachTheirs },
  {
    door: `POST ${desk}/[id]/restore`,
    on: "saved view",
    before: async ({ sudo }, _, id) => {
      await sudo.query("UPDATE saved_views SET removed_at = now() WHERE id = $1", [id]);
      return {};
    },
    body: version,
    answers: eachTheirs,
  },
];
