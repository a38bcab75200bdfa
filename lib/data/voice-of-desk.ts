import type { Tx } from "@/lib/data/client";
import { findPerson } from "@/lib/data/people";
import { findTask } from "@/lib/data/tasks";
import { listSheets } from "@/lib/data/voice-sheets";
import type { Towards, VoiceSheet } from "@/lib/domain/draft/voice";
import { firstName } from "@/lib/domain/person/first-name";

/** How the client sounds: the sheet for everybody, and what it says for single circles. */
export async function findVoice(tx: Tx, workspaceId: string): Promise<VoiceSheet> {
  const rows = await listSheets(tx, workspaceId);
  const usual = rows.find((row) => row.circle === "");
  return {
    greeting: usual?.greeting ?? "",
    signOff: usual?.signOff ?? "",
    neverWords: usual?.neverWords ?? [],
    mostWords: usual?.mostWords ?? null,
    byCircle: rows
      .filter((row) => row.circle !== "")
      .map(({ circle, greeting, signOff, mostWords }) => ({ circle, greeting, signOff, mostWords })),
  };
}

/** The sheet, and towards whom the words of a task go: what the rules ask of a text. */
export async function findVoiceFor(
  tx: Tx,
  { workspace, clientName }: { workspace: { id: string }; clientName: string },
  taskId: string,
): Promise<{ sheet: VoiceSheet; towards: Towards }> {
  const task = await findTask(tx, workspace.id, taskId);
  const personId = task?.raw.person_id ?? null;
  const person = personId === null ? null : await findPerson(tx, workspace.id, personId);
  return {
    sheet: await findVoice(tx, workspace.id),
    towards: {
      circles: person?.circles ?? [],
      firstName: person ? person.givenName || firstName(person.name) : null,
      client: firstName(clientName),
    },
  };
}
