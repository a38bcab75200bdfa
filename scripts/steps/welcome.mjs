// What the terminal says once the page is served.

/** Who opens the page from this very machine needs no code to make the first workspace; everybody else does. */
function firstWorkspace(url, code) {
  const open = `Open ${url} and make the first workspace. Ctrl-C stops everything.`;
  return code ? [open, `Setup code, asked for as long as there is none: ${code}`] : [open];
}

/** Where to go and how to get in, for whoever started it: `code` is null on one's own machine. */
export function sayWelcome({ FIRSTHAND_URL, DEMO }, { hasDesks, code }) {
  const signIn = `Open ${FIRSTHAND_URL} and sign in; the link comes by mail. Ctrl-C stops everything.`;
  const lines = DEMO
    ? [
        `Open                     ${FIRSTHAND_URL}`,
        `Mira Holt, client        ${FIRSTHAND_URL}/demo/client`,
        `Ana Duarte, assistant    ${FIRSTHAND_URL}/demo/assistant`,
        "",
        "Open the two in separate windows, one of them private. Ctrl-C stops everything.",
      ]
    : hasDesks
      ? [signIn]
      : firstWorkspace(FIRSTHAND_URL, code);
  return ["", "Firsthand is ready.", "", ...lines.map((line) => `  ${line}`.trimEnd()), ""].join("\n");
}
