import { handle } from "@/lib/actions/handler";
import type { ExportFormat } from "@/lib/domain/person/exported";
import { granted } from "@/lib/domain/result";
import { exportPeople } from "@/lib/queries/export-people";
import * as operations from "@/lib/schemas/api/people";

const kinds: Record<ExportFormat, { type: string; ending: string }> = {
  vcard4: { type: "text/vcard; charset=utf-8", ending: "vcf" },
  vcard3: { type: "text/vcard; charset=utf-8", ending: "vcf" },
  csv: { type: "text/csv; charset=utf-8", ending: "csv" },
  json: { type: "application/json; charset=utf-8", ending: "json" },
};

/** GET /api/v1/w/:workspace/people/export: everybody, a circle or one person as a file, streamed. */
export const GET = handle({
  is: operations.exportPeople,
  run: async ({ actor, input, at }) => {
    const pieces = await exportPeople(
      actor,
      { format: input.format, circle: input.circle, personId: input.person },
      at,
    );
    if (!pieces.ok) return pieces;
    const { type, ending } = kinds[input.format];
    const name = `firsthand-people-${actor.workspace.slug}-${at.toISOString().slice(0, 10)}.${ending}`;
    const headers = {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    };
    return granted(new Response(toStream(pieces.value), { headers }));
  },
});

function toStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
