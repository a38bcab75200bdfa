import { type Answer, readProblem } from "@/app/(workspace)/w/[workspace]/_components/desk-api";

/** Sends files for a dry run, and tells how far the sending is (0 to 1; 1 means they are being read). Never throws. */
export function sendFiles(
  slug: string,
  files: File[],
  onProgress: (sent: number) => void,
): Promise<Answer<{ id: string }>> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  return new Promise((resolve) => {
    // fetch cannot say how much has been sent; this can.
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.upload.onload = () => onProgress(1);
    request.onload = () => {
      const body = readJson(request.responseText);
      if (request.status < 300) resolve({ ok: true, value: body as { id: string } });
      else resolve({ ok: false, problem: readProblem(body) });
    };
    request.onerror = () =>
      resolve({
        ok: false,
        problem: {
          sentence: "The files did not get through. Nothing was done; choose them again when you are online.",
          code: "offline",
          refusal: null,
        },
      });
    request.open("POST", `/api/v1/w/${slug}/imports`);
    request.send(form);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
