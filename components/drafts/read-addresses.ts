type TypedAddress = { name: string; address: string };

/**
 * What was typed or pasted into a field of addresses: "Tomas Lind <tomas@example.org>" or an address alone, one or several
 * between commas or semicolons, each once. Null where any of it is no address, or there is none. The server looks again.
 */
export function readAddresses(typed: string): TypedAddress[] | null {
  const found = new Map<string, TypedAddress>();
  for (const [piece] of typed.matchAll(/(?:"[^"]*"|[^,;\n])+?(?=[,;\n]|$)/g)) {
    if (piece.trim() === "") continue;
    const one = readAddress(piece);
    if (one === null) return null;
    found.set(one.address.toLowerCase(), found.get(one.address.toLowerCase()) ?? one);
  }
  return found.size === 0 ? null : [...found.values()];
}

function readAddress(typed: string): TypedAddress | null {
  const [, name = "", inside] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(typed) ?? [];
  const address = (inside ?? typed).trim();
  if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(address)) return null;
  return { name: name.replace(/^"|"$/g, ""), address };
}
