/**
 * Stands between a browser and Firsthand for one thing: a page that is asked for and does not come is answered with a sentence, not
 * with the browser's own error. It keeps nothing: no page, no answer, no word of anybody's (docs/decisions/053).
 */
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No connection · Firsthand</title>
<style>
:root { color-scheme: light dark; --paper: light-dark(#faf8f4, #1a1815); --text: light-dark(#23211c, #ece7dc); --muted: light-dark(#6b6559, #b1a998); --fill: light-dark(#24408e, #3d5ab3); --ring: light-dark(#24408e, #a9bdf6); }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--paper); color: var(--text); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 28rem; padding: 1.5rem; }
h1 { margin: 0 0 0.75rem; font: 500 1.75rem/1.2 Georgia, serif; }
p { margin: 0 0 1.25rem; color: var(--muted); }
button { min-height: 3rem; padding: 0 1.5rem; border: 0; border-radius: 0.75rem; background: var(--fill); color: #fff; font: inherit; font-weight: 500; cursor: pointer; }
button:focus-visible { outline: 2px solid var(--ring); outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>This page did not come</h1>
<p id="why">You may be offline. What Firsthand keeps as you type is still there. As soon as there is a connection, this page comes by itself.</p>
<button type="button">Try again</button>
</main>
<script>
const again = () => location.reload();
const look = () => fetch("/api/health", { cache: "no-store" }).then((answer) => answer.ok && again(), () => {});
document.querySelector("button").addEventListener("click", again);
addEventListener("online", again);
setInterval(look, 10000);
</script>
</body>
</html>`;

/** It shows itself and asks whether we are there again; it may do nothing else. */
const headers = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(wake()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate" && request.method === "GET") event.respondWith(bring(event));
});

/** The page is asked for while this wakes up, so that nobody waits for it. */
async function wake() {
  await registration.navigationPreload?.enable();
  await clients.claim();
}

async function bring(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return new Response(page, { status: 503, headers });
  }
}
