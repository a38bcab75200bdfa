import { handle } from "@/lib/actions/handler";
import { granted, refused } from "@/lib/domain/result";
import { readAttachment } from "@/lib/queries/read-attachment";
import * as operations from "@/lib/schemas/api/drafts";

/** GET /api/v1/w/:workspace/draft-attachments/:id: the file, to be saved; nothing of it is ever run or shown here. */
export const GET = handle({
  is: operations.readAttachment,
  run: async ({ actor, params }) => {
    const file = await readAttachment(actor, (params.id ?? "").toLowerCase());
    if (file === null) return refused({ code: "not-found" });
    const headers = {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store",
    };
    return granted(new Response(new Uint8Array(file.bytes), { headers }));
  },
});
