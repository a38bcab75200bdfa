import { userAgentFromString } from "next/server";
import { isLoopbackOrigin } from "@/lib/auth/same-origin";

/**
 * Where a request comes from. The server has settled `X-Forwarded-For` to the one address it believes before anybody reads it.
 * `isThisMachine`: from it, and asked for by one of its own names. Under another a page from elsewhere may be reading: its name
 * was made to lead here (DNS rebinding), or a tunnel ends here.
 */
export type Visitor = { ip: string; device: string; isThisMachine: boolean };

export function readVisitor(headers: Pick<Headers, "get">): Visitor {
  const ip = headers.get("x-forwarded-for") ?? "";
  const isFromHere = ip === "::1" || /^127(\.\d{1,3}){3}$/.test(ip);
  const isThisMachine = isFromHere && isLoopbackOrigin(`http://${headers.get("host") ?? ""}`);
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
