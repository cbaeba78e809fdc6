import type { OrganisationId } from "../values/ids.ts";
import { accept, refuse, type Result, unreachable } from "../values/result.ts";
import type { Actor } from "./actor.ts";

type Role = "seated" | "signatory" | "consultant" | "administrator";

/** The one table of roles: who may do each action. Nobody else may. */
const roles = {
  "ticket.create": ["seated"],
  "ticket.read": ["seated", "signatory", "consultant", "administrator"],
  "ticket.reply": ["seated", "consultant", "administrator"],
  "ticket.agree-outside-hours": ["seated"],
  "ticket.note-outside-hours": ["consultant", "administrator"],
  "ticket.note": ["consultant", "administrator"],
  "ticket.pick-up": ["consultant", "administrator"],
  "ticket.set-urgency": ["consultant", "administrator"],
  "ticket.move-step": ["consultant", "administrator"],
  "ticket.resolve": ["consultant", "administrator"],
  "ticket.set-waiting": ["consultant", "administrator"],
  "ticket.withdraw": ["seated"],
  "ticket.reopen": ["seated", "consultant", "administrator"],
  "ticket.merge": ["consultant", "administrator"],
  "board.read": ["consultant", "administrator"],
  "time.log": ["consultant", "administrator"],
  "timer.start": ["consultant", "administrator"],
  "authorisation.request": ["consultant", "administrator"],
  "authorisation.withdraw": ["consultant", "administrator"],
  "authorisation.decide": ["seated"],
  "authorisation.deliver": ["consultant", "administrator"],
  "price.correct": ["consultant", "administrator"],
  "start-fee.waive": ["consultant", "administrator"],
  "article.read": ["consultant", "administrator"],
  "article.write": ["consultant", "administrator"],
  "article.edit": ["consultant", "administrator"],
  "article.publish": ["consultant", "administrator"],
  "article.retire": ["consultant", "administrator"],
  "article.restore": ["consultant", "administrator"],
  "contract.read": ["seated", "signatory", "consultant", "administrator"],
  "contract.offer": ["administrator"],
  "contract.record": ["administrator"],
  "contract.confirm": ["signatory"],
  "contract.withdraw": ["administrator"],
  "contract.sign": ["signatory"],
  "contract.terminate": ["signatory", "administrator"],
  "addendum.offer": ["administrator"],
  "addendum.withdraw": ["administrator"],
  "addendum.sign": ["signatory"],
  "invoice.read": ["seated", "signatory", "consultant", "administrator"],
  "invoice.preview": ["administrator"],
  "invoice.issue": ["administrator"],
  "invoice.record-payment": ["administrator"],
  "invoice.set-series": ["administrator"],
  "invoice.credit": ["administrator"],
  "invoice.mail": ["administrator"],
  "mail.read": ["consultant", "administrator"],
  "mail.try-again": ["administrator"],
  "mail.stop": ["administrator"],
  "job.try-again": ["administrator"],
  "organisation.read": ["consultant", "administrator"],
  "organisation.add": ["administrator"],
  "organisation.change": ["administrator"],
  "organisation.archive": ["administrator"],
  "organisation.restore": ["administrator"],
  "terms.publish": ["administrator"],
  "provider.set": ["administrator"],
  "organisation.set-vat": ["administrator"],
  "seat.assign": ["signatory", "administrator"],
  "signatory.appoint": ["signatory", "administrator"],
  "signatory.withdraw": ["signatory", "administrator"],
  "evaluation.read": ["seated", "signatory", "consultant", "administrator"],
  "evaluation.compare": ["administrator"],
  "holiday.read": ["consultant", "administrator"],
  "holiday.change": ["administrator"],
  "refused-access.read": ["administrator"],
  "staff.manage": ["administrator"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof roles;

/**
 * Whether an actor may do an action to a thing of an organisation (P1, P2, B4, T3). A contact acts only within their
 * own organisation, staff within every one, the product itself everywhere. Refuses by answering false.
 */
export function can(actor: Actor, action: Action, thing: { readonly organisationId: OrganisationId | null }): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "contact" && actor.organisationId !== thing.organisationId) return false;
  const allowed: readonly Role[] = roles[action];
  return rolesOf(actor).some((role) => allowed.includes(role));
}

/** Asks `can` and refuses: `no-seat` when a contact lacks one of the two seats (P2), otherwise `not-allowed`. */
export function requirePermission(
  actor: Actor,
  action: Action,
  thing: { readonly organisationId: OrganisationId | null },
): Result<null> {
  if (can(actor, action, thing)) return accept(null);
  return refuse({ code: isForSeats(actor, action) ? "no-seat" : "not-allowed" });
}

/**
 * Whether an actor may ever do an action. A route asks this before it looks at the thing. Refuses as
 * `requirePermission`.
 */
export function requireRole(actor: Actor, action: Action): Result<null> {
  return requirePermission(actor, action, { organisationId: actor.kind === "contact" ? actor.organisationId : null });
}

function isForSeats(actor: Actor, action: Action): boolean {
  const allowed: readonly Role[] = roles[action];
  return actor.kind === "contact" && allowed.includes("seated") && !allowed.includes("signatory");
}

function rolesOf(actor: Exclude<Actor, { kind: "system" }>): Role[] {
  switch (actor.kind) {
    case "contact":
      return [
        ...(actor.seat === null ? [] : (["seated"] as const)),
        ...(actor.isSignatory ? (["signatory"] as const) : []),
      ];
    case "consultant":
    case "administrator":
      return [actor.kind];
    default:
      return unreachable(actor);
  }
}
