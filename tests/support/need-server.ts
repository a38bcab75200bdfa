/** Says what to type to whoever starts Playwright by hand. */
export default function needServer(): void {
  if (process.env.FIRSTHAND_E2E_SERVERS) return;
  throw new Error("Run `npm test -- e2e [pattern]`: it starts a server with a database of its own.");
}
