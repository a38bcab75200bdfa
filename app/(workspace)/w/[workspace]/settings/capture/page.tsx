import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { SectionHeader, Sheet } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { bookmarkOf } from "@/lib/domain/capture/bookmark";
import { env } from "@/lib/env";
import { Bookmark } from "./_components/bookmark";
import { CopyText } from "./_components/copy-text";

export const metadata: Metadata = { title: "Capture" };

export default async function CaptureSettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { slug } = (await requireActor((await params).workspace)).workspace;
  const call = callOf(env.FIRSTHAND_URL, slug);
  return (
    <>
      <section aria-labelledby="bookmark" className="flex flex-col gap-3">
        <SectionHeader id="bookmark" title="In your browser" aside="a page, or what you choose on it" />
        <Sheet className="flex flex-col gap-3">
          <p className="max-w-prose">
            Drag this to your bookmarks bar. Pressed on any page, it opens a small window with the task that
            the page would make; choose some words first, and they come along. Nothing is kept before you say
            so.
          </p>
          <Bookmark code={bookmarkOf(env.FIRSTHAND_URL)} />
        </Sheet>
      </section>
      <section aria-labelledby="phone" className="flex flex-col gap-3">
        <SectionHeader id="phone" title="On your phone" aside="from any program that shares" />
        <Sheet className="flex flex-col gap-3">
          <p className="max-w-prose">
            <strong className="font-semibold">Android:</strong> open Firsthand in Chrome, and in its menu
            choose “Add to Home screen”, then “Install”. From then on “Share” offers Firsthand beside
            everything else.
          </p>
          <p className="max-w-prose">
            <strong className="font-semibold">iPhone:</strong> Safari lets no web page into its share sheet.
            Make a shortcut that receives addresses from it, runs them through “URL Encode”, and opens this
            one with what came out at its end:
          </p>
          <CopyText label="Address for the shortcut" text={`${env.FIRSTHAND_URL}/capture?url=`} />
          <p className="max-w-prose text-muted">
            Or open{" "}
            <Link href={`/w/${slug}/capture`} className="underline underline-offset-2">
              Capture
            </Link>{" "}
            and paste what you want to keep.
          </p>
        </Sheet>
      </section>
      <section aria-labelledby="call" className="flex flex-col gap-3">
        <SectionHeader id="call" title="From a program" aside="one call" />
        <Sheet className="flex flex-col gap-3">
          <p className="max-w-prose">
            With a token that may change tasks. Give a title, some text or an address; the policy gives the
            tag. The same page within a day gives back the first task. Everything else is in{" "}
            <a href="/docs/api#capture" className="underline underline-offset-2">
              the pages for programs
            </a>
            .
          </p>
          <CopyText label="The call" text={call} />
        </Sheet>
      </section>
    </>
  );
}

function callOf(origin: string, slug: string): string {
  return [
    `curl ${origin}/api/v1/w/${slug}/capture \\`,
    '  -H "Authorization: Bearer $FIRSTHAND_TOKEN" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '{"text": "Will you come on Friday?", "url": "https://example.com/evening"}'`,
  ].join("\n");
}
