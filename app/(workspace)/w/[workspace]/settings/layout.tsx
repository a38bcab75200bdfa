import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/sheet";
import { SettingsNav } from "./_components/settings-nav";

type Props = { children: ReactNode; params: Promise<{ workspace: string }> };

/** The frame of the settings: a title, and the three things there are to set. */
export default async function SettingsLayout({ children, params }: Props) {
  const { workspace } = await params;
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 lg:px-8">
      <PageHeader title="Settings" />
      <SettingsNav base={`/w/${workspace}/settings`} />
      <div className="mt-6 flex flex-col gap-8">{children}</div>
    </div>
  );
}
