import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import send from "send";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What the build compresses (scripts/steps/build.mjs). Fonts and pictures are compressed already. */
const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** Best first: the name in Accept-Encoding (RFC 9110 §12.5.3), and the end of the file's name. */
const CODINGS = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/**
 * Answers for the scripts and styles that Next has built, which are compressed once as they are built and not for each visitor
 * anew. Everything else, also a file that is not there, a method other than GET and HEAD, and a browser that unpacks nothing, is `next`'s.
 */
export function makeBuiltFiles(root: string, next: Handle): Handle {
  const folder = path.join(root, ".next/static");
  return async (request, response) => {
    const place = findPlace(request);
    const coding = place && CODINGS.find(([name]) => accepts(request, name));
    if (!place || !coding) return next(request, response);
    const [name, end] = coding;
    await new Promise<void>((resolve, reject) => {
      response.once("close", resolve);
      // A file whose content changes has another name.
      send(request, place + end, { root: folder, immutable: true, maxAge: "1y", index: false })
        .on("headers", () => {
          response.setHeader("Content-Type", TYPES[path.extname(place)] ?? "");
          response.setHeader("Content-Encoding", name);
          response.appendHeader("Vary", "Accept-Encoding");
        })
        .on("error", () => {
          if (response.headersSent) return void response.destroy();
          for (const header of ["Content-Type", "Content-Encoding", "Vary"]) response.removeHeader(header);
          next(request, response).then(resolve, reject);
        })
        .pipe(response);
    });
  };
}

/** The path below the folder; null for what is not answered here. */
function findPlace({ method, url = "" }: IncomingMessage): string | null {
  const [, place = ""] = /^\/_next\/static(\/[^?#]*)/.exec(url) ?? [];
  return (method === "GET" || method === "HEAD") && path.extname(place) in TYPES ? place : null;
}

function accepts({ headers }: IncomingMessage, coding: string): boolean {
  const wanted = String(headers["accept-encoding"] ?? "").split(",");
  return wanted.some((one) => {
    const [name, weight = ""] = one.split(";").map((part) => part.trim().toLowerCase());
    return name === coding && !/^q=0(\.0*)?$/.test(weight);
  });
}
