import { userAgentFromString } from "next/server";

/** Where a request comes from. The server has settled `X-Forwarded-For` to the one address it believes before anybody reads it. */
export type Visitor = { ip: string; device: string; isThisMachine: boolean };

export function readVisitor(headers: Pick<Headers, "get">): Visitor {
  const ip = headers.get("x-forwarded-for") ?? "";
  const isThisMachine = ip === "::1" || /^127(\.\d{1,3}){3}$/.test(ip);
  return { ip: networkOf(ip), device: describeDevice(headers.get("user-agent") ?? ""), isThisMachine };
}

/** One household or office has a whole /64 of IPv6 addresses: they count as one. */
export function networkOf(ip: string): string {
  if (!ip.includes(":") || ip.includes(".")) return ip;
  const [head = "", tail] = ip.split("::");
  const front = head.split(":").filter(Boolean);
  const back = (tail ?? "").split(":").filter(Boolean);
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => "0");
  const groups = [...front, ...zeros, ...back].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, "").toLowerCase()).join(":")}::/64`;
}

/** "Firefox on Linux", for the list of sessions. */
export function describeDevice(agent: string): string {
  const { browser, os } = userAgentFromString(agent.slice(0, 500));
  const name = browser.name?.replace(/^Mobile | Headless$/g, "") ?? "A browser";
  return os.name ? `${name} on ${os.name}` : name;
}
