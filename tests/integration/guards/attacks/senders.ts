import type { Attack, Scene } from "../../../support/fence/attack";
import { count, during, newEvent, newPerson, newTask } from "../../../support/fence/world";

const word = "xylophone";
const address = "x@xylophone.test";

/** Ways in which a task says from whom it came, and the line of fence.is_from that looks there. */
const ways = {
  "the name above its message": {
    kind: "personal-reply",
    message: { from: "Xylophone Player" },
    line: "a message is its sender’s",
  },
  "the address of its mail": {
    kind: "other",
    message: { from: "X.", mail: { from: { name: "X.", address } } },
    line: "a mail is its address’s",
  },
  "the organiser of its invitation": {
    kind: "event-invite",
    fields: { organiser: "xylophone player" },
    line: "an invitation is its organiser’s",
  },
  "the organiser of its entry": {
    kind: "event-invite",
    fields: { organiser: "X." },
    line: "an invitation is its entry’s organiser’s",
  },
} as const;
type Way = keyof typeof ways;

/** Somebody private, and a task of Mira's that came from them before anybody knew, done by now; its id. */
async function came(s: Scene, way: Way): Promise<string> {
  const { kind, message = null, fields = {} } = { message: null, fields: {}, ...ways[way] };
  const person = await newPerson(s, s.desk, "Xylophone Player", true);
  await s.sudo.query("UPDATE persons SET emails = $2 WHERE id = $1", [
    person,
    JSON.stringify([{ label: "", value: address }]),
  ]);
  const task = await newTask(s, s.desk, { title: word, tag: "delegable" });
  const event = await newEvent(s, s.desk, "An evening");
  await s.sudo.query("UPDATE events SET organiser_address = $2 WHERE id = $1", [
    event,
    address.toUpperCase(),
  ]);
  await s.sudo.query(
    `UPDATE tasks SET kind = $2, message = $3, fields = $4::jsonb || CASE WHEN $5 THEN jsonb_build_object('eventUid', (SELECT uid FROM events WHERE id = $6)) ELSE '{}' END WHERE id = $1`,
    [
      task,
      kind,
      message === null ? null : JSON.stringify(message),
      JSON.stringify(fields),
      way === "the organiser of its entry",
      event,
    ],
  );
  await during(s.app, s.desk.client, s.desk, () =>
    s.app.query("UPDATE tasks SET note = $2, priority = 1 WHERE id = $1", [task, word]),
  );
  await s.sudo.query(
    "INSERT INTO gestures (workspace_id, task_id, outcome, note, at, by_user, by_role, door) VALUES ($1, $2, 'done', $3, now(), $4, 'client', 'screen')",
    [s.desk.id, task, word, s.desk.client.id],
  );
  return task;
}

function reads(table: "tasks" | "gestures" | "log_entries", way: Way): Attack {
  const where = { tasks: "id = $1", gestures: "task_id = $1", log_entries: "subject_id = $1" }[table];
  return {
    title: `The assistant reads in ${table} of what came from somebody private, by ${way}`,
    no: "nothing",
    guards: [`policy ${table}.of_senders_one_sees`, `line ${ways[way].line}`],
    run: async (s) => {
      const task = await came(s, way);
      return during(s.app, s.desk.assistant, s.desk, async () => {
        const seen = count(await s.app.query(`SELECT FROM ${table} WHERE ${where}`, [task]));
        return table === "tasks"
          ? seen + count(await s.app.query("UPDATE tasks SET priority = 1 WHERE id = $1", [task]))
          : seen;
      });
    },
  };
}

/** Around fence 7: what came from somebody before anybody knew them, once they are private. */
export const senders: Attack[] = (Object.keys(ways) as Way[]).flatMap((way) =>
  (["tasks", "gestures", "log_entries"] as const).map((table) => reads(table, way)),
);
