import type { AuthorisationAction, AuthorisationStage } from "../../core/authorisations/authorisation-lifecycle.ts";
import type { ContractAction, ContractState } from "../../core/contracts/contract-lifecycle.ts";
import type { InvoiceAction, InvoiceState } from "../../core/invoices/invoice-lifecycle.ts";
import type { ArticleAction, ArticleState } from "../../core/knowledge/article-lifecycle.ts";
import type { Step } from "../../core/tickets/step.ts";
import type { TicketAction, TicketStage } from "../../core/tickets/ticket-lifecycle.ts";
import type { TurnAction, Waiting } from "../../core/tickets/turn.ts";
import type { LifecycleThing } from "../../core/values/refusal.ts";
import { defineMessages } from "../ui/language.ts";

interface Words<State extends string, Action extends string> {
  readonly name: string;
  /** After the name: how it stands. */
  readonly states: Readonly<Record<State, string>>;
  /** What can be done, as it stands in a list of possibilities. */
  readonly actions: Readonly<Record<Action, string>>;
}

interface WordsOfEach {
  readonly contract: Words<ContractState, ContractAction>;
  readonly ticket: Words<TicketStage, TicketAction>;
  readonly "ticket-turn": Words<Waiting, TurnAction>;
  readonly "ticket-step": Words<Step, Step>;
  readonly authorisation: Words<AuthorisationStage, AuthorisationAction>;
  readonly invoice: Words<InvoiceState, InvoiceAction>;
  readonly article: Words<ArticleState, ArticleAction>;
}

const dutchSteps = { administration: "Administratie", research: "Onderzoek", resolution: "Oplossing" };
const englishSteps = { administration: "Administration", research: "Research", resolution: "Resolution" };

/**
 * Every state and action of every lifecycle, so that a refused transition is a sentence (`word-lifecycle-refusal.ts`).
 */
export const lifecycleMessages = defineMessages({
  nl: {
    contract: {
      name: "Dit contract",
      states: {
        draft: "is nog een concept",
        offered: "is aangeboden en nog niet getekend",
        signed: "is getekend en gaat nog in",
        active: "loopt",
        terminated: "is opgezegd",
        expired: "is verlopen",
        withdrawn: "is ingetrokken",
      },
      actions: {
        revise: "wijzigen",
        offer: "aanbieden",
        sign: "tekenen",
        begin: "ingaan",
        renew: "verlengen",
        terminate: "opzeggen",
        withdraw: "intrekken",
        expire: "verlopen",
      },
    },
    ticket: {
      name: "Dit ticket",
      states: {
        open: "is open",
        resolved: "is afgerond",
        withdrawn: "is ingetrokken",
        duplicate: "is samengevoegd met een ander ticket",
        "ended-with-contract": "is gestopt met het contract",
      },
      actions: {
        "work-on": "eraan werken",
        resolve: "afronden",
        withdraw: "intrekken",
        merge: "samenvoegen met een ander ticket",
        reopen: "heropenen",
        "end-with-contract": "stoppen met het contract",
      },
    },
    "ticket-turn": {
      name: "Dit ticket",
      states: {
        provider: "wacht op ons",
        customer: "wacht op de klant",
        authorisation: "wacht op akkoord",
        microsoft: "wacht op Microsoft",
        planning: "is ingepland",
      },
      actions: {
        answer: "antwoorden",
        "go-on": "ermee verdergaan",
        "ask-customer": "de klant iets vragen",
        "request-authorisation": "akkoord vragen",
        "await-microsoft": "op Microsoft wachten",
        plan: "inplannen",
      },
    },
    "ticket-step": {
      name: "Dit ticket",
      states: {
        administration: "is in de stap Administratie",
        research: "is in de stap Onderzoek",
        resolution: "is in de stap Oplossing",
      },
      actions: dutchSteps,
    },
    authorisation: {
      name: "Dit verzoek om akkoord",
      states: {
        draft: "is nog een concept",
        sent: "ligt bij de klant",
        approved: "is goedgekeurd",
        declined: "is afgewezen",
        expired: "is verlopen",
        withdrawn: "is ingetrokken",
        delivered: "is uitgevoerd",
      },
      actions: {
        send: "versturen",
        approve: "goedkeuren",
        decline: "afwijzen",
        withdraw: "intrekken",
        deliver: "de uitvoering vastleggen",
        expire: "verlopen",
      },
    },
    invoice: {
      name: "Deze factuur",
      states: {
        proposed: "is nog een voorstel",
        issued: "is opgemaakt en nog niet verstuurd",
        sent: "is verstuurd",
        "partly-paid": "is deels betaald",
        paid: "is betaald",
        overdue: "is over de betaaltermijn",
        credited: "is helemaal gecrediteerd",
      },
      actions: {
        issue: "opmaken",
        send: "versturen",
        "fall-due": "over de betaaltermijn gaan",
        remind: "een herinnering sturen",
        "pay-part": "een deelbetaling vastleggen",
        "pay-rest": "de volledige betaling vastleggen",
        "credit-part": "een deel crediteren",
        "credit-rest": "het openstaande deel crediteren",
        "credit-all": "helemaal crediteren",
      },
    },
    article: {
      name: "Dit artikel",
      states: {
        draft: "is nog een concept",
        published: "is gepubliceerd",
        retired: "is gearchiveerd",
      },
      actions: {
        revise: "wijzigen",
        publish: "publiceren",
        link: "aan een ticket koppelen",
        retire: "archiveren",
        restore: "terugzetten als concept",
      },
    },
  },
  en: {
    contract: {
      name: "This contract",
      states: {
        draft: "is still a draft",
        offered: "has been offered and is not signed yet",
        signed: "is signed and has yet to start",
        active: "is in force",
        terminated: "has been terminated",
        expired: "has expired",
        withdrawn: "has been withdrawn",
      },
      actions: {
        revise: "changing it",
        offer: "offering it",
        sign: "signing it",
        begin: "starting",
        renew: "renewing it",
        terminate: "terminating it",
        withdraw: "withdrawing it",
        expire: "expiring",
      },
    },
    ticket: {
      name: "This ticket",
      states: {
        open: "is open",
        resolved: "is completed",
        withdrawn: "has been withdrawn",
        duplicate: "has been merged into another ticket",
        "ended-with-contract": "ended with the contract",
      },
      actions: {
        "work-on": "working on it",
        resolve: "completing it",
        withdraw: "withdrawing it",
        merge: "merging it into another ticket",
        reopen: "reopening it",
        "end-with-contract": "ending it with the contract",
      },
    },
    "ticket-turn": {
      name: "This ticket",
      states: {
        provider: "waits for us",
        customer: "waits for the customer",
        authorisation: "waits for an authorisation",
        microsoft: "waits for Microsoft",
        planning: "is planned",
      },
      actions: {
        answer: "answering",
        "go-on": "going on with it",
        "ask-customer": "asking the customer something",
        "request-authorisation": "asking for an authorisation",
        "await-microsoft": "waiting for Microsoft",
        plan: "planning it",
      },
    },
    "ticket-step": {
      name: "This ticket",
      states: {
        administration: "is in the step Administration",
        research: "is in the step Research",
        resolution: "is in the step Resolution",
      },
      actions: englishSteps,
    },
    authorisation: {
      name: "This request for authorisation",
      states: {
        draft: "is still a draft",
        sent: "is with the customer",
        approved: "has been approved",
        declined: "has been declined",
        expired: "has expired",
        withdrawn: "has been withdrawn",
        delivered: "has been delivered",
      },
      actions: {
        send: "sending it",
        approve: "approving it",
        decline: "declining it",
        withdraw: "withdrawing it",
        deliver: "recording its delivery",
        expire: "expiring",
      },
    },
    invoice: {
      name: "This invoice",
      states: {
        proposed: "is still a proposal",
        issued: "is issued and not sent yet",
        sent: "has been sent",
        "partly-paid": "is partly paid",
        paid: "is paid",
        overdue: "is past its due date",
        credited: "has been credited in full",
      },
      actions: {
        issue: "issuing it",
        send: "sending it",
        "fall-due": "falling due",
        remind: "sending a reminder",
        "pay-part": "recording a part payment",
        "pay-rest": "recording the full payment",
        "credit-part": "crediting a part",
        "credit-rest": "crediting what is open",
        "credit-all": "crediting all of it",
      },
    },
    article: {
      name: "This article",
      states: {
        draft: "is still a draft",
        published: "is published",
        retired: "is retired",
      },
      actions: {
        revise: "changing it",
        publish: "publishing it",
        link: "linking it to a ticket",
        retire: "retiring it",
        restore: "restoring it as a draft",
      },
    },
  },
}) satisfies (language: "nl" | "en") => WordsOfEach & Readonly<Record<LifecycleThing, unknown>>;
