import ipaddr from "ipaddr.js";
import { env } from "@/lib/env";

/** What the operator allows beyond the public internet: names of hosts, and networks. */
export type Allowed = { hosts: ReadonlySet<string>; networks: readonly Network[] };
type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = readonly [Address, number];

const GIVEN_OUT: Network = ipaddr.parseCIDR("2000::/3");
const NAT64: Network = ipaddr.parseCIDR("64:ff9b::/96");

/** Reads "nas.example.lan, 192.168.1.0/24, ::1" (ALLOW_PRIVATE_ADDRESSES). What is neither is taken for a host's name. */
export function readAllowed(text: string | undefined): Allowed {
  const hosts = new Set<string>();
  const networks: Network[] = [];
  for (const part of (text ?? "").split(",")) {
    const one = part
      .trim()
      .toLowerCase()
      .replace(/^\[|\]$/g, "");
    if (one === "") continue;
    if (ipaddr.isValidCIDR(one)) networks.push(ipaddr.parseCIDR(one));
    else if (ipaddr.isValid(one)) networks.push(wholly(ipaddr.process(one)));
    else hosts.add(one);
  }
  return { hosts, networks };
}

let read: { text: string | undefined; allowed: Allowed } | undefined;

/** What the settings of this process allow, read once. */
export function allowedBySettings(): Allowed {
  const text = env.ALLOW_PRIVATE_ADDRESSES;
  if (!read || read.text !== text) read = { text, allowed: readAllowed(text) };
  return read.allowed;
}

/** Whether the operator names this host, or the literal address that it is: then it may be private, and without https. */
export function isNamed(host: string, { hosts, networks }: Allowed): boolean {
  const plain = plainHost(host);
  if (hosts.has(plain)) return true;
  return ipaddr.isValid(plain) && isIn(ipaddr.process(plain), networks);
}

/**
 * Whether this host may be reached at this address (as it was resolved, or as the socket says): unicast and public (of IPv6 what
 * is given out, 2000::/3, RFC 4291 §2.4), or allowed by the operator. An IPv4 address inside an IPv6 one counts as what it is; so
 * a name never leads indoors.
 */
export function mayReach(host: string, address: string, allowed: Allowed): boolean {
  const plain = plainHost(address);
  if (!ipaddr.isValid(plain)) return false;
  const real = ipaddr.process(plain);
  return isPublic(real) || allowed.hosts.has(plainHost(host)) || isIn(real, allowed.networks);
}

/** The host of a URL without the brackets of an IPv6 address, in small letters, without a final dot. */
export function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .replace(/%.*$/, "");
}

/** NAT64 (RFC 6052 §2.1) leads to the IPv4 address in its last four bytes: it is as public as that one. */
function isPublic(address: Address): boolean {
  if (isIn(address, [NAT64])) return isPublic(ipaddr.fromByteArray(address.toByteArray().slice(12)));
  return address.range() === "unicast" && (address.kind() === "ipv4" || isIn(address, [GIVEN_OUT]));
}

function wholly(address: Address): Network {
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

function isIn(address: Address, networks: readonly Network[]): boolean {
  return networks.some(
    (network) => network[0].kind() === address.kind() && address.match(network as [Address, number]),
  );
}
