import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { attachFile } from "@/lib/use-cases/draft/attach-file";

/** POST /api/v1/w/:workspace/drafts/:id/attachments: hangs a file on it. */
export const POST = handle({
  is: operations.attachFile,
  limitBytes: 15 * 1024 * 1024,
  run: ({ actor, input: { base64, ...file }, params }) =>
    attachFile(actor, {
      id: (params.id ?? "").toLowerCase(),
      ...file,
      bytes: Uint8Array.from(Buffer.from(base64, "base64")),
    }),
  current: draftNow,
});
