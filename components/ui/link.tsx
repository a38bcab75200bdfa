import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * The router's link, which asks for its page when it is followed and not before. Our pages are drawn anew for whoever asks, so that
 * what the router would fetch beforehand is their outline alone: two requests for every link in sight, and nothing is there sooner.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
