import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readMembers } from "@/lib/queries/read-members";
import { InvitationList } from "./_components/invitation-list";
import { InviteForm } from "./_components/invite-form";
import { ListSection } from "./_components/list-section";
import { MailboxLink } from "./_components/mailbox-link";
import { MemberList } from "./_components/member-list";

export const metadata: Metadata = { title: "People at this desk" };

export default async function MembersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readMembers(actor, new Date());
  if (!read.ok) redirect(signInPath(`/w/${workspace}/settings`));
  const { members, invitations, canChange } = read.value;
  const present = members.filter((member) => member.endedAt === null);
  const earlier = members.filter((member) => member.endedAt !== null);
  const place = { zone: actor.workspace.zone, locale: "en-GB" };
  const about = { workspace, place, canChange, myId: actor.userId };
  return (
    <>
      <section aria-labelledby="members">
        <SectionHeader
          id="members"
          title="People at this desk"
          aside={canChange ? null : `Only ${firstName(actor.clientName)} invites and removes`}
        />
        <MemberList members={present} {...about} />
      </section>
      {canChange ? (
        <ListSection labelledBy="invite" className="flex flex-col gap-8">
          <div>
            <SectionHeader id="invite" title="Invite an assistant" />
            <InviteForm workspace={workspace} mailboxLink={<MailboxLink />} />
          </div>
          {invitations.length > 0 ? (
            <section aria-labelledby="invited">
              <SectionHeader id="invited" title="Invited" count={invitations.length} />
              <InvitationList invitations={invitations} workspace={workspace} place={place} />
            </section>
          ) : null}
        </ListSection>
      ) : null}
      {earlier.length > 0 ? (
        <section aria-labelledby="earlier">
          <SectionHeader id="earlier" title="Earlier" aside="what they did stays in the history" />
          <MemberList members={earlier} {...about} />
        </section>
      ) : null}
    </>
  );
}
