import type { Desk, World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";

const desk = "/api/v1/w/[workspace]";
const all: Answers = ["200", "200", "200"];
const onlyClient: Answers = ["200", "403 only-client", "403 only-client"];
const unreadable: Answers = ["400 invalid", "400 invalid", "400 invalid"];
const version = ({ version }: Thing) => ({ version });
const evening = {
  title: "Evenings",
  firstOn: "2026-12-04",
  from: "19:00",
  minutes: 240,
  zone: "Europe/Berlin",
  rule: "FREQ=WEEKLY;BYDAY=FR",
};
const wishes = {
  checkHours: 24,
  escalateHours: 4,
  travelMinutes: 30,
  windowMinutes: 60,
  hoursFrom: "09:00",
  hoursTo: "18:00",
  workDays: [1, 2, 3, 4],
};

async function removed(world: World, at: Desk, id: string): Promise<Partial<Thing>> {
  await world.sudo.query(
    "UPDATE protected_times SET removed_at = now() WHERE workspace_id = $1 AND id = $2",
    [at.id, id],
  );
  return {};
}

/** Protected hours and what the client wishes of the calendar, by whom: everybody reads them, the client says them. */
export const protectedRows: Row[] = [
  { door: `GET ${desk}/protected-times`, on: "desk", answers: all },
  { door: `POST ${desk}/protected-times`, on: "desk", body: () => evening, answers: onlyClient },
  {
    door: `POST ${desk}/protected-times/[id]/edit`,
    on: "protected time",
    body: (t) => ({ ...version(t), ...evening }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/protected-times/[id]/remove`,
    on: "protected time",
    body: version,
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/protected-times/[id]/restore`,
    on: "protected time",
    before: removed,
    body: version,
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/protected-times/[id]/except`,
    on: "protected time",
    body: (t) => ({ ...version(t), on: "2026-12-11" }),
    answers: onlyClient,
  },
  { door: `POST ${desk}/calendar/wishes`, on: "desk", body: () => wishes, answers: onlyClient },
  {
    door: `POST ${desk}/calendar/wishes`,
    on: "desk",
    when: "without a day of work",
    body: () => ({ ...wishes, workDays: [] }),
    answers: unreadable,
  },
  {
    door: `POST ${desk}/calendar/times`,
    on: "desk",
    body: () => ({ startsAt: "2026-12-11T18:00:00Z", endsAt: "2026-12-11T19:00:00Z", place: "Ministry" }),
    answers: all,
  },
];
