import { handle } from "@/lib/actions/handler";
import { granted } from "@/lib/domain/result";
import { downloadHistory } from "@/lib/queries/download-history";
import * as operations from "@/lib/schemas/api/history";

/** GET /api/v1/w/:workspace/history/download: the whole log as lines of JSON, for the client. */
export const GET = handle({
  is: operations.downloadHistory,
  run: async ({ actor, at }) => {
    const pieces = downloadHistory(actor);
    if (!pieces.ok) return pieces;
    const name = `firsthand-history-${actor.workspace.slug}-${at.toISOString().slice(0, 10)}.jsonl`;
    const headers = {
      "Content-Type": "application/x-ndjson; charset=utf-8",
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
