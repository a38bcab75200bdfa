import { handle } from "@/lib/actions/handler";
import { notModified } from "@/lib/actions/versions";
import { granted, refused } from "@/lib/domain/result";
import { readPerson } from "@/lib/queries/read-person";
import { readPicture } from "@/lib/queries/read-picture";
import * as operations from "@/lib/schemas/api/people";
import { keepPicture } from "@/lib/use-cases/person/keep-picture";

/** A stranger's bytes: shown as the picture they were found to be, and as nothing else. */
const strict = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Content-Disposition": "inline",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Asked again each time: it may be gone, or hidden, by now.
  "Cache-Control": "private, no-cache",
};

/** GET /api/v1/w/:workspace/people/:id/picture: 304 where the reader has it already (If-None-Match, RFC 9110 §13.1.2). */
export const GET = handle({
  is: operations.readPicture,
  run: async ({ actor, params, headers }) => {
    const picture = await readPicture(actor, (params.id ?? "").toLowerCase());
    if (picture === null) return refused({ code: "not-found" });
    const tagged = { ...strict, ETag: `"${picture.sum}"` };
    if (notModified(headers, tagged.ETag))
      return granted(new Response(null, { status: 304, headers: tagged }));
    const body = new Uint8Array(picture.bytes);
    return granted(new Response(body, { headers: { ...tagged, "Content-Type": picture.mediaType } }));
  },
});

/** POST /api/v1/w/:workspace/people/:id/picture: keeps a picture of somebody, over the one that was seen. */
export const POST = handle({
  is: operations.keepPicture,
  limitBytes: 2 * 1024 * 1024,
  run: ({ actor, input, params }) => keepPicture(actor, (params.id ?? "").toLowerCase(), input),
  current: (actor, id, at) => readPerson(actor, id.toLowerCase(), at),
});
