import { findShell } from "@/lib/data/shell";
import { readAs } from "@/lib/data/transaction";
import type { Actor, Role } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { endOfToday } from "@/lib/domain/task/for-you";
import { type DeskColour, deskColours, type WorkspaceShell } from "@/lib/domain/workspace/view";

/** What the frame around every page of a desk shows. Refuses `signed-out`. */
export async function readShell(actor: Actor, at: Date): Promise<Result<WorkspaceShell>> {
  const { id, slug, zone } = actor.workspace;
  const tonight = endOfToday(at, zone, zone);
  const userId = actor.userId as string;
  const read = await readAs(actor, async (tx, seq): Promise<WorkspaceShell | null> => {
    const row = await findShell(tx, { workspaceId: id, userId, proof: actor.proof }, at, tonight);
    if (row === null) return null;
    const { myName, email, name, zone, locale, isDemo, assistantNames, others, circles, queue, forYou } = row;
    return {
      me: { userId, name: myName, email, role: actor.role as Role },
      workspace: {
        id,
        slug,
        name,
        clientName: actor.clientName,
        colour: toColour(row.colour),
        zone,
        locale,
        isDemo,
      },
      assistantNames,
      circles,
      others: others.map((desk) => ({ ...desk, colour: toColour(desk.colour) })),
      counts: { queue, forYou },
      seq,
    };
  });
  if (!read.ok) return read;
  return read.value === null ? refused({ code: "signed-out" }) : granted(read.value);
}

function toColour(text: string): DeskColour {
  return deskColours.find((colour) => colour === text) ?? "blue";
}
