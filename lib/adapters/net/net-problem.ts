/** Why nothing came back from another machine. `elsewhere`: it sends us to another origin, which `where` names. */
export type NetCode =
  | "bad-address"
  | "not-https"
  | "private-address"
  | "elsewhere"
  | "too-many-redirects"
  | "too-large"
  | "too-slow"
  | "unreachable"
  | "untrusted";

/** Thrown inside the adapters of other machines, and turned into a sentence before it leaves them. Never holds a password. */
export class NetProblem extends Error {
  constructor(
    readonly code: NetCode,
    readonly where: string,
  ) {
    super(`${code}: ${where}`);
  }
}

/** The problem in anything that was thrown on the way, however deep the library has wrapped it. */
export function netProblemOf(error: unknown, where: string): NetProblem {
  for (let one = error as Error & { errors?: unknown[] }; one; one = one.cause as typeof one) {
    if (one instanceof NetProblem) return one;
    const { code = "", name = "" } = one as { code?: string; name?: string };
    if (name === "TimeoutError" || name === "AbortError" || /TIMEOUT|ETIMEDOUT/.test(code))
      return new NetProblem("too-slow", where);
    if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/.test(code))
      return new NetProblem("untrusted", where);
    const inner = one.errors?.find((each) => each instanceof NetProblem);
    if (inner) return inner as NetProblem;
  }
  return new NetProblem("unreachable", where);
}

/** The problem as a sentence for the person who typed the address. */
export function sayNetProblem({ code, where }: NetProblem): string {
  switch (code) {
    case "bad-address":
      return "This is not an address of a server.";
    case "not-https":
      return `${where} would be read without https, so anybody on the way could read the password. Use its https address.`;
    case "private-address":
      return `${where} is an address inside a private network. Whoever runs Firsthand can allow it with ALLOW_PRIVATE_ADDRESSES.`;
    case "elsewhere":
      return `The server sends us on to ${where}. The password goes only to the server that was typed: type that address if you trust it.`;
    case "too-many-redirects":
      return `${where} sends us round in circles.`;
    case "too-large":
      return `${where} answered with more than we take at once.`;
    case "too-slow":
      return `${where} did not answer in time.`;
    case "untrusted":
      return `${where} cannot prove who it is: its certificate is not one that we trust.`;
    case "unreachable":
      return `${where} cannot be reached.`;
  }
}
