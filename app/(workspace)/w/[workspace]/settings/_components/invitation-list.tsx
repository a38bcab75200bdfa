import { OneButtonForm } from "@/app/_components/one-button-form";
import { Notice } from "@/components/ui/notice";
import { type Place, stampText } from "@/components/when";
import type { InvitationView } from "@/lib/domain/workspace/view";
import { withdraw } from "../actions";

type Props = { invitations: InvitationView[]; workspace: string; place: Place };

/** Invitations that nobody has accepted yet. */
export function InvitationList({ invitations, workspace, place }: Props) {
  return (
    <ul className="overflow-hidden rounded-sheet border border-dashed border-pencil-line bg-sheet">
      {invitations.map(({ id, email, expiresAt, undelivered }) => (
        <li key={id} className="flex items-center gap-3 border-t border-line px-4 py-3 first:border-t-0">
          <div className="flex min-w-0 flex-1 flex-col gap-1">
            <p className="font-medium wrap-anywhere">{email}</p>
            <p className="text-[0.8125rem] text-muted">open until {stampText(expiresAt, place)}</p>
            {undelivered ? (
              <Notice tone="late" role="note">
                Their mail could not be delivered within a day. Check the address and invite again.
              </Notice>
            ) : null}
          </div>
          <OneButtonForm
            action={withdraw}
            fields={{ workspace, id }}
            label="Take back"
            fullLabel={`Take back the invitation of ${email}`}
            size="sm"
          />
        </li>
      ))}
    </ul>
  );
}
