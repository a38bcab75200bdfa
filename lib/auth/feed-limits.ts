import { mayTry } from "@/lib/auth/sign-in-limits";

/**
 * Whether somebody may read a feed now: by the network they come from, so that guessing is slow, and by the address, as a program that
 * asks every second costs everybody else. Null: yes; otherwise how many seconds to wait.
 */
export async function mayReadFeed(ip: string, secret: string): Promise<number | null> {
  return (await mayTry("feeds-by-network", ip)) ?? (await mayTry("feed", secret));
}
