// What the terminal says once the page is served.

/** Who opens the page from this very machine needs no code to make the first workspace; everybody else does. */
function firstWorkspace(url, code) {
  const open = `Open ${url} and make the first workspace. Ctrl-C stops everything.`;
  return code ? [open, `Setup code, asked for as long as there is none: ${code}`] : [open];
}

function onlyFromHere({ HOST }) {
  return [
    "",
    `Other machines reach this at ${HOST}, but can do nothing here: set FIRSTHAND_URL to the address that`,
    "they open, such as http://192.168.1.20:3000.",
  ];
}

/**
 * Where to go and how to get in, for whoever started it: `code` is null on one's own machine; `isShownInVain`: other machines can
 * do nothing here.
 */
export function sayWelcome(settings, { hasDesks, code, isShownInVain = false }) {
  const { FIRSTHAND_URL, DEMO } = settings;
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
  const all = [...lines, ...(isShownInVain ? onlyFromHere(settings) : [])];
  return ["", "Firsthand is ready.", "", ...all.map((line) => `  ${line}`.trimEnd()), ""].join("\n");
}
