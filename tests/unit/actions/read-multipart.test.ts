import { describe, expect, test } from "vitest";
import { readMultipart } from "@/lib/actions/read-multipart";
import { quickest } from "../../support/quickest";

const type = "multipart/form-data; boundary=seam";
const part = (name: string, text: string) =>
  `--seam\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/vcard\r\n\r\n${text}\r\n`;
const body = (text: string) => new TextEncoder().encode(text);

function read(text: string, most = 50, of = type) {
  return readMultipart(body(text), of, most)?.map(({ field, fileName, bytes }) => [
    field,
    fileName,
    new TextDecoder().decode(bytes),
  ]);
}

describe("Files that a browser sends", () => {
  test("arrive whole, with their names, whatever is in them", async () => {
    const tricky = "BEGIN:VCARD\r\n--sea\r\nseam--\r\n\r\n--no";
    const form = new FormData();
    form.append("files", new Blob([tricky]), 'Ünï "quoted".vcf');
    form.append("files", new Blob([""]), "empty.ics");
    form.append("other", "text");
    const sent = new Response(form);
    const parts = readMultipart(
      new Uint8Array(await sent.clone().arrayBuffer()),
      sent.headers.get("content-type") ?? "",
      50,
    );
    expect(
      parts?.map(({ field, fileName, bytes }) => [field, fileName, new TextDecoder().decode(bytes)]),
    ).toEqual([
      ["files", 'Ünï "quoted".vcf', tricky],
      ["files", "empty.ics", ""],
      ["other", null, "text"],
    ]);
  });

  test("a quoted seam and words before the first part are no obstacle", () => {
    const text = `preamble\r\n${part("a.vcf", "x")}--seam--\r\n`;
    expect(read(text, 50, 'Multipart/Form-Data; charset=utf-8; boundary="seam"')).toEqual([
      ["files", "a.vcf", "x"],
    ]);
  });

  test.each([
    ["no seam in the header", part("a", "x"), "multipart/form-data"],
    ["a body that breaks off", part("a", "x"), type],
    ["no body", "", type],
    ["something else", "hello", type],
    ["a part without a name", "--seam\r\nContent-Type: text/plain\r\n\r\nx\r\n--seam--", type],
    ["a part without an end of its headers", `--seam\r\n${"x".repeat(20_000)}\r\n--seam--`, type],
  ])("%s is no form", (_, text, of) => {
    expect(read(text, 50, of)).toBeUndefined();
  });

  test("nothing but seams, thirty megabytes of them, is refused at once", async () => {
    const bomb = body(`${part("a", "x").repeat(300_000)}--seam--`);
    expect(readMultipart(bomb, type, 60)).toBeNull();
    expect(await quickest(250, () => readMultipart(bomb, type, 60))).toBeLessThan(250);
  });
});
