import { sql } from "kysely";
import type { Actor, Staff, System } from "../../../core/access/actor.ts";
import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { Result } from "../../../core/values/result.ts";
import type { Transaction } from "../../db/connect.ts";
import { type Databases, inTransaction, tellWhoActs } from "../../db/transaction.ts";
import type { Work } from "../../events/work.ts";
import { actAsContact, actAsStaff } from "./act.ts";
import { administrator } from "./cast.ts";
import { recordContract } from "../../contracts/record-contract.ts";
import { confirmPaper, offer, publishYear, sign } from "./deeds/contracts.ts";
import { creditFirstLine, issueMonth, payMonth } from "./deeds/invoices.ts";
import { archiveProspect, handSeatOver, noteDetails, welcome } from "./deeds/organisations.ts";
import { contactActor, known, organisationOf, type Registry, staffActor } from "./people.ts";
import type { Plan, PlannedStep, TicketStep } from "./plan.ts";

const system: System = { kind: "system" };

/**
 * Plays a plan by the product's own actions, in order, with one transaction per day. All of it runs as the desk on one
 * connection. The database is told about each change of the actor. A refusal is a fault of the plan.
 */
export async function playPlan(databases: Databases, registry: Registry, plan: Plan): Promise<void> {
  for (const day of days(plan.steps))
    await inTransaction(databases, system, async (tx) => {
      // If the machine stops halfway, the demo is made anew, so nothing needs to be durable yet.
      await sql`set local synchronous_commit = off`.execute(tx);
      const stage = createStage(tx, plan.reactsFrom);
      for (const step of day) await play(stage, registry, step);
    });
}

function days(steps: readonly PlannedStep[]): Iterable<readonly PlannedStep[]> {
  return Map.groupBy(steps, (step) => localDateOf(step.at).toString()).values();
}

/** One transaction with a changing actor. */
interface Stage {
  as<Who extends Actor>(actor: Who, at: Temporal.Instant): Promise<Work<Who>>;
}

function createStage(tx: Transaction, reactsFrom: Temporal.Instant): Stage {
  let current = "";
  return {
    as: async (actor, at) => {
      const name = JSON.stringify(actor);
      if (name !== current) await tellWhoActs(tx, actor);
      current = name;
      return { tx, actor, now: () => at, reacts: Temporal.Instant.compare(at, reactsFrom) >= 0 };
    },
  };
}

async function play(stage: Stage, registry: Registry, step: PlannedStep): Promise<void> {
  const asStaff = async (at = step.at) => stage.as(administratorOf(registry), at);
  switch (step.kind) {
    case "ticket":
      return playTicketStep(stage, registry, step);
    case "add-organisation":
      await welcome(await stage.as(system, step.at), registry, organisationOf(step.organisation));
      return expectDone(await noteDetails(await asStaff(), registry, organisationOf(step.organisation)), step);
    case "archive-prospect":
      return expectDone(await archiveProspect(await asStaff()), step);
    case "hand-seat-over": {
      const organisation = organisationOf(step.organisation);
      const actor = contactActor(registry, step.organisation, organisation.signatory.mailAddress);
      return expectDone(await handSeatOver(await stage.as(actor, step.at), registry, organisation), step);
    }
    case "publish-terms":
      return publishYear(await stage.as(system, step.at), step);
    case "offer":
      return expectDone(await offer(await asStaff(), known(registry.organisations, step.organisation), step), step);
    case "sign": {
      const { signatory } = organisationOf(step.organisation);
      const actor = contactActor(registry, step.organisation, signatory.mailAddress);
      return expectDone(await sign(await stage.as(actor, step.at), step), step);
    }
    case "record-contract": {
      const { organisation, signedOn, termsYear } = step;
      const { personId } = contactActor(registry, organisation, organisationOf(organisation).signatory.mailAddress);
      const contract = { organisationId: known(registry.organisations, organisation), signedOn, termsYear };
      return expectDone(await recordContract(await asStaff(), { ...contract, signedBy: personId }), step);
    }
    case "confirm-contract": {
      const { signatory } = organisationOf(step.organisation);
      const actor = contactActor(registry, step.organisation, signatory.mailAddress);
      return expectDone(await confirmPaper(await stage.as(actor, step.at)), step);
    }
    case "issue-month":
      return issueMonth(asStaff, registry.organisations.values(), step);
    case "pay-month":
      return payMonth(await asStaff(), step.month);
    case "credit-invoice": {
      const organisationId = known(registry.organisations, step.organisation);
      return creditFirstLine(await asStaff(), { organisationId, month: step.month });
    }
  }
}

async function playTicketStep(stage: Stage, registry: Registry, step: TicketStep): Promise<void> {
  const { at, by, ticket, organisation, deed } = step;
  const member = staffActor(registry, by);
  const result =
    member === null
      ? await actAsContact(await stage.as(contactActor(registry, organisation, by), at), { registry, ticket }, deed)
      : await actAsStaff(await stage.as(member, at), { registry, ticket }, deed);
  expectDone(result, step);
}

function administratorOf(registry: Registry): Staff {
  const actor = staffActor(registry, administrator);
  if (actor === null) throw new Error("nobody runs the provider's side");
  return actor;
}

function expectDone(result: Result<unknown>, step: object): void {
  if (!result.ok) throw new Error(`the demo's plan was refused (${result.refusal.code}): ${JSON.stringify(step)}`);
}
