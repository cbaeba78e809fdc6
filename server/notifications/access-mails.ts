import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { EventOf } from "../events/catalogue/all.ts";
import { paths } from "../faces/paths.ts";
import type { OutgoingMail } from "../mail/outgoing-mail.ts";
import { plainLine } from "../mail/plain-line.ts";
import { findMemberships } from "../people/read-people.ts";
import { accessNoticeMessages } from "./access-notices.messages.ts";
import type { RecordedEvent } from "./read-event.ts";
import { findOrganisationTold, type Receiver } from "./read-receivers.ts";

const kinds = ["seat-assigned", "seat-vacated", "signatory-appointed", "signatory-withdrawn"] as const;
type AccessEvent = RecordedEvent & EventOf<(typeof kinds)[number]>;

export function isAccessEvent(event: RecordedEvent): event is AccessEvent {
  return kinds.some((kind) => kind === event.kind);
}

/** Somebody who got or lost access, with the places they have now. */
interface Affected extends Receiver {
  readonly gets: boolean;
  readonly isSeated: boolean;
  readonly isSignatory: boolean;
}

export interface AccessNews {
  readonly event: AccessEvent;
  readonly organisation: string;
  readonly affected: readonly Affected[];
  readonly host: string;
}

/** The people who got or lost a place by an event, and the places that they have as of now. */
export async function readAccess(
  tx: Transaction,
  { organisationId, event, host }: { organisationId: OrganisationId; event: AccessEvent; host: string },
): Promise<AccessNews> {
  const organisation = await findOrganisationTold(tx, organisationId);
  const { before, after } = { before: null, after: null, ...event.payload };
  const affected: Affected[] = [];
  for (const [id, gets] of [
    [after, true],
    [before, false],
  ] as const) {
    const person = id === null ? undefined : await findReceiver(tx, id);
    if (person === undefined) continue;
    const place = (await findMemberships(tx, person.id)).find((each) => each.organisationId === organisationId);
    affected.push({
      ...person,
      gets,
      isSeated: (place?.seat ?? null) !== null,
      isSignatory: place?.isSignatory ?? false,
    });
  }
  return { event, organisation: organisation?.name ?? "", affected, host };
}

async function findReceiver(tx: Transaction, id: PersonId): Promise<Receiver | undefined> {
  return tx
    .selectFrom("people")
    .select(["id", "name", "mailAddress", "language"])
    .where("id", "=", id)
    .where("deactivatedAt", "is", null)
    .executeTakeFirst();
}

/** Whoever got a place and still has it, and whoever lost one and has not got it back. */
export function accessReceivers({ event, affected }: AccessNews): readonly Affected[] {
  const isOfSeat = event.kind === "seat-assigned" || event.kind === "seat-vacated";
  return affected.filter(({ gets, isSeated, isSignatory }) => (isOfSeat ? isSeated : isSignatory) === gets);
}

/** The mail to one of them; null when it would no longer be true. */
export function accessMail(news: AccessNews, personId: PersonId): OutgoingMail | null {
  const receiver = accessReceivers(news).find(({ id }) => id === personId);
  if (receiver === undefined) return null;
  const { event, organisation, host } = news;
  const { language, mailAddress, gets, isSeated, isSignatory } = receiver;
  const words = accessNoticeMessages(language);
  const by = event.personName ?? words.somebody;
  const isIn = isSeated || isSignatory;
  return {
    to: { name: plainLine(receiver.name), address: mailAddress },
    language,
    subject: plainLine(words.subjects[gets ? "gets" : isIn ? "keepsSome" : "loses"](organisation)),
    paragraphs: [
      words.hello(receiver.name),
      words.happened[wordOf(event.kind, gets)](by, organisation),
      ...(isIn ? [isSeated ? words.seated : words.signatory] : [words.out]),
      ...(gets ? [words.signIn(mailAddress)] : []),
    ],
    ...(isIn ? { link: { label: words.open, path: paths.signIn } } : {}),
    messageId: `<event.${event.id}.${receiver.id}@${host}>`,
    writtenAt: event.at,
  };
}

function wordOf(kind: AccessEvent["kind"], gets: boolean) {
  if (kind === "signatory-appointed") return "appointed";
  if (kind === "signatory-withdrawn") return "withdrawn";
  return gets ? "given" : "taken";
}
