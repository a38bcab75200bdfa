// What each page makes a browser download: every script that its HTML names, compressed as the server sends it.

import { request } from "node:http";

const PAGES = ["queue", "you", "calendar", "people", "history", "rights", "import", "settings"];

/** Kilobytes (1,000 bytes) of compressed JavaScript and HTML for each page of a desk, and of the bare page. */
export async function measurePages(url, desk, bare) {
  const cookie = `firsthand-session=${desk.token}`;
  const result = { "bare Next page": await weigh(bare, "/", "") };
  for (const name of PAGES) result[name] = await weigh(url, `/w/${desk.slug}/${name}`, cookie);
  result["sign-in"] = await weigh(url, "/sign-in", "");
  return result;
}

async function weigh(origin, path, cookie) {
  const page = await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
  if (page.status !== 200) return { status: page.status };
  const html = await page.text();
  const scripts = [
    ...new Set(
      [...html.matchAll(/<[^>]*?(?:src|href)="([^"]+\.js[^"]*)"[^>]*>/g)]
        // What is for browsers without modules no browser of today downloads.
        .filter(([tag]) => !/\snomodule\b/i.test(tag))
        .map((match) => match[1]),
    ),
  ];
  let bytes = 0;
  for (const script of scripts) bytes += await sizeOf(new URL(script.replaceAll("&amp;", "&"), origin));
  return {
    status: 200,
    scripts: scripts.length,
    scriptsKB: Math.round(bytes / 100) / 10,
    htmlKB: Math.round((await sizeOf(new URL(path, origin), cookie)) / 100) / 10,
  };
}

/** Bytes on the wire, still compressed: fetch would unpack them. */
function sizeOf(address, cookie = "") {
  return new Promise((resolve, reject) => {
    request(address, { headers: { "accept-encoding": "gzip", cookie } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve(bytes));
    })
      .on("error", reject)
      .end();
  });
}
