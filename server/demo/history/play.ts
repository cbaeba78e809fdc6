import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { sql } from "kysely";
import type { Actor, Staff, System } from "../../../core/access/actor.ts";
import type { Result } from "../../../core/values/result.ts";
import { type ContractTerms, defaultTerms, standardWindows } from "../../../core/contracts/terms.ts";
import { offerContract } from "../../contracts/offer-contract.ts";
import { signContract } from "../../contracts/sign-contract.ts";
import { publishTerms } from "../../contracts/publish-terms.ts";
import type { Transaction } from "../../db/connect.ts";
import { type Databases, inTransaction, tellWhoActs } from "../../db/transaction.ts";
import type { Work } from "../../events/work.ts";
import { issueInvoice } from "../../invoices/issue-invoice.ts";
import { proposeForOrganisation } from "../../invoices/propose.ts";
import type { Month } from "../../../core/values/month.ts";
import { actAsContact, actAsStaff } from "./act.ts";
import { administrator } from "./cast.ts";
import { contactActor, known, organisationOf, type Registry, staffActor, welcome } from "./people.ts";
import type { Plan, PlannedStep, TicketStep } from "./plan.ts";
import { creditFirstLine, payMonth, sendInvoice } from "./settle-invoices.ts";

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
  switch (step.kind) {
    case "ticket":
      return playTicketStep(stage, registry, step);
    case "publish-terms":
      return publishTerms(
        await stage.as(system, step.at),
        step.isComing ? dearerTerms(step.year) : defaultTerms(step.year),
      );
    case "add-organisation":
      return welcome(await stage.as(system, step.at), registry, organisationOf(step.organisation));
    case "sign":
      return sign(stage, registry, step);
    case "offer":
      return offer(stage, registry, step);
    case "pay-month":
      return payMonth(await stage.as(administratorOf(registry), step.at), step.month);
    case "credit-invoice":
      return creditFirstLine(await stage.as(administratorOf(registry), step.at), {
        organisationId: known(registry.organisations, step.organisation),
        month: step.month,
      });
    case "issue-month":
      return issueMonth(stage, registry, step);
  }
}

async function playTicketStep(stage: Stage, registry: Registry, step: TicketStep): Promise<void> {
  const member = staffActor(registry, step.by);
  const result =
    member === null
      ? await actAsContact(await stage.as(contactActor(registry, step.organisation, step.by), step.at), registry, step)
      : await actAsStaff(await stage.as(member, step.at), registry, step);
  expectDone(result, step);
}

async function sign(stage: Stage, registry: Registry, step: Extract<PlannedStep, { kind: "sign" }>): Promise<void> {
  const signatory = contactActor(registry, step.organisation, organisationOf(step.organisation).signatory.mailAddress);
  const work = await stage.as(signatory, step.at);
  expectDone(
    await signContract(work, {
      organisationId: signatory.organisationId,
      signedBy: signatory.personId,
      termsYear: step.termsYear,
    }),
    step,
  );
}

async function offer(stage: Stage, registry: Registry, step: Extract<PlannedStep, { kind: "offer" }>): Promise<void> {
  const work = await stage.as(administratorOf(registry), step.at);
  const organisationId = known(registry.organisations, step.organisation);
  expectDone(await offerContract(work, { organisationId, termsYear: step.termsYear }), step);
}

function administratorOf(registry: Registry): Staff {
  const actor = staffActor(registry, administrator);
  if (actor === null) throw new Error("nobody runs the provider's side");
  return actor;
}

async function issueMonth(
  stage: Stage,
  registry: Registry,
  step: { at: Temporal.Instant; month: Month },
): Promise<void> {
  const actor = administratorOf(registry);
  let at = step.at;
  for (const key of registry.organisations.keys()) {
    const organisationId = known(registry.organisations, key);
    const work = await stage.as(actor, at);
    const proposed = await proposeForOrganisation(work, { organisationId, month: step.month });
    if (proposed.proposal.lines.length === 0) continue;
    const { fingerprint } = proposed;
    const issued = await issueInvoice(work, { organisationId, month: step.month, fingerprint });
    expectDone(issued, step);
    if (issued.ok) await sendInvoice(work, issued.value.number);
    at = at.add({ seconds: 20 });
  }
}

function expectDone(result: Result<unknown>, step: object): void {
  if (!result.ok) throw new Error(`the demo's plan was refused (${result.refusal.code}): ${JSON.stringify(step)}`);
}

/** The coming year costs a little more, so that the year's page can compare (K5). */
function dearerTerms(year: number): ContractTerms {
  const windows = standardWindows({ office: 10_500n, outside: 13_000n, "weekend-holiday": 15_000n });
  return { ...defaultTerms(year), windows, additionalTicketRate: 12_000n };
}
