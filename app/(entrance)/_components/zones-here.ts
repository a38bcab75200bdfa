/** The time zones to choose from, and the server's, which stands there until the browser has said its own. */
export function zonesHere(): { zones: string[]; serverZone: string } {
  const serverZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { zones: Intl.supportedValuesOf("timeZone"), serverZone };
}
