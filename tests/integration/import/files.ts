import type { Actor } from "@/lib/domain/actor";
import type { ImportChoices } from "@/lib/domain/import/payload";
import type { ImportView } from "@/lib/domain/import/view";
import { readImport } from "@/lib/queries/read-import";
import { confirmImport } from "@/lib/use-cases/import/confirm-import";
import { previewImport } from "@/lib/use-cases/import/preview-import";
import { undoImport } from "@/lib/use-cases/import/undo-import";
import { must } from "../../support/must";

/** A card, line by line, with its frame around it. */
export function card(...lines: string[]): string {
  return ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");
}

/** A calendar with these entries, each a list of lines. */
export function calendar(method: string | null, ...entries: string[][]): string {
  const events = entries.flatMap((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"]);
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", ...(method ? [`METHOD:${method}`] : [])];
  return [...head, ...events, "END:VCALENDAR", ""].join("\r\n");
}

export function file(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) };
}

const everything: ImportChoices = { circle: "wider", circles: {}, leaveOut: [] };

export async function preview(actor: Actor, files: ReturnType<typeof file>[], at: Date): Promise<ImportView> {
  const { id } = must(await previewImport(actor, files, at));
  return look(actor, id);
}

/** Confirms until it is finished, as the page does. */
export async function confirm(
  actor: Actor,
  id: string,
  at: Date,
  choices: Partial<ImportChoices> = {},
): Promise<ImportView> {
  for (;;) {
    const step = must(await confirmImport(actor, id, { ...everything, ...choices }, at));
    if (step.finished) return look(actor, id);
  }
}

/** Takes an import back, to the end. */
export async function takeBack(actor: Actor, id: string, at: Date): Promise<ImportView> {
  for (let from = 0; ; ) {
    const step = must(await undoImport(actor, id, from, at));
    if (step.finished) return look(actor, id);
    from = step.next;
  }
}

async function look(actor: Actor, id: string): Promise<ImportView> {
  const view = await readImport(actor, id, { show: null, after: -1 });
  if (view === null) throw new Error("the import is not there");
  return view;
}
