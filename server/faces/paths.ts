/** The deeds to the people of a customer, in addresses. */
export type PeopleDeed = "seat" | "seat/vacate" | "signatories" | "signatories/withdraw";

/** The one place that builds the product's own addresses. */
export const paths = {
  home: "/",
  signIn: "/sign-in",
  signInCode: "/sign-in/code",
  signInLink: "/sign-in/link",
  invitation: "/sign-in/invitation",
  signOut: "/sign-out",
  chooseOrganisation: "/choose-organisation",
  account: "/account",
  preferences: "/preferences",
  demo: {
    persona: "/demo/sign-in",
    mailbox: "/demo/mail",
    mail: (id: string) => `/demo/mail/${id}`,
    clock: "/demo/clock",
  },
  portal: {
    home: "/portal",
    tickets: "/portal/tickets",
    newTicket: "/portal/tickets/new",
    ticket: (reference: string) => `/portal/tickets/${reference}`,
    reply: (reference: string) => `/portal/tickets/${reference}/reply`,
    agreeOutsideHours: (reference: string) => `/portal/tickets/${reference}/outside-hours`,
    withdraw: (reference: string) => `/portal/tickets/${reference}/withdraw`,
    reopen: (reference: string) => `/portal/tickets/${reference}/reopen`,
    decide: (reference: string, id: string) => `/portal/tickets/${reference}/authorisations/${id}`,
    attachment: (reference: string, id: string) => `/portal/tickets/${reference}/attachments/${id}`,
    invoices: "/portal/invoices",
    invoice: (number: string) => `/portal/invoices/${number}`,
    invoicePdf: (number: string) => `/portal/invoices/${number}/pdf`,
    contract: "/portal/contract",
    signContract: (id: string) => `/portal/contract/${id}/sign`,
    confirmContract: (id: string) => `/portal/contract/${id}/confirm`,
    terminateContract: (id: string) => `/portal/contract/${id}/terminate`,
    signAddendum: (id: string) => `/portal/contract/addenda/${id}/sign`,
    year: (year: number | ":year") => `/portal/year/${year}`,
    people: "/portal/people",
    changePeople: (deed: PeopleDeed) => `/portal/people/${deed}`,
  },
  desk: {
    board: "/desk",
    search: "/desk/search",
    ticket: (reference: string) => `/desk/tickets/${reference}`,
    act: (
      reference: string,
      action:
        | "pick-up"
        | "urgency"
        | "step"
        | "reply"
        | "note"
        | "resolve"
        | "waiting"
        | "merge"
        | "reopen"
        | "outside-hours"
        | "time"
        | "timer"
        | "visits"
        | "expenses"
        | "corrections"
        | "start-fee"
        | "authorisations",
    ) => `/desk/tickets/${reference}/${action}`,
    voidTime: (reference: string, id: string) => `/desk/tickets/${reference}/time/${id}/void`,
    voidVisit: (reference: string, id: string) => `/desk/tickets/${reference}/visits/${id}/void`,
    voidExpense: (reference: string, id: string) => `/desk/tickets/${reference}/expenses/${id}/void`,
    withdrawCorrection: (reference: string, id: string) => `/desk/tickets/${reference}/corrections/${id}/withdraw`,
    attachment: (reference: string, id: string) => `/desk/tickets/${reference}/attachments/${id}`,
    withdrawAuthorisation: (reference: string, id: string) =>
      `/desk/tickets/${reference}/authorisations/${id}/withdraw`,
    deliverAuthorisation: (reference: string, id: string) => `/desk/tickets/${reference}/authorisations/${id}/deliver`,
    stopTimer: "/desk/timer/stop",
    discardTimer: "/desk/timer/discard",
    organisations: "/desk/organisations",
    newOrganisation: "/desk/organisations/new",
    organisation: (id: string) => `/desk/organisations/${id}`,
    archiveOrganisation: (id: string) => `/desk/organisations/${id}/archive`,
    restoreOrganisation: (id: string) => `/desk/organisations/${id}/restore`,
    editOrganisation: (id: string) => `/desk/organisations/${id}/edit`,
    people: (id: string) => `/desk/organisations/${id}/people`,
    changePeople: (id: string, deed: PeopleDeed) => `/desk/organisations/${id}/people/${deed}`,
    setVat: (id: string) => `/desk/organisations/${id}/vat`,
    offerAddendum: (id: string) => `/desk/organisations/${id}/addenda`,
    withdrawAddendum: (organisation: string, id: string) =>
      `/desk/organisations/${organisation}/addenda/${id}/withdraw`,
    offerContract: (id: string) => `/desk/organisations/${id}/contracts`,
    recordContract: (id: string) => `/desk/organisations/${id}/contracts/record`,
    withdrawOffer: (id: string, contract: string) => `/desk/organisations/${id}/contracts/${contract}/withdraw`,
    terminateContract: (id: string, contract: string) => `/desk/organisations/${id}/contracts/${contract}/terminate`,
    year: (id: string, year: number | ":year") => `/desk/organisations/${id}/year/${year}`,
    rateInput: (id: string, month: string) => `/desk/organisations/${id}/months/${month}/rate.json`,
    publishedTerms: "/desk/terms",
    newTerms: "/desk/terms/new",
    newTermsOf: (year: number) => `/desk/terms/new?year=${year}`,
    terms: (year: number | ":year") => `/desk/terms/${year}`,
    provider: "/desk/provider",
    invoiceSeries: "/desk/provider/invoice-series",
    holidays: "/desk/holidays",
    holidaysOf: (year: number) => `/desk/holidays?year=${year}`,
    removeHoliday: "/desk/holidays/remove",
    mails: "/desk/mails",
    mailsOf: (state: string) => `/desk/mails?state=${state}`,
    tryMailsAgain: "/desk/mails/try-again",
    stopMails: "/desk/mails/stop",
    mail: (id: string) => `/desk/mails/${id}`,
    tryMailAgain: (id: string) => `/desk/mails/${id}/try-again`,
    stopMail: (id: string) => `/desk/mails/${id}/stop`,
    tryJobAgain: (id: string) => `/desk/jobs/${id}/try-again`,
    refusedAccesses: "/desk/refused-accesses",
    staff: "/desk/staff",
    staffMember: (id: string) => `/desk/staff/${id}`,
    actOnStaff: (id: string, deed: "invitation" | "suspend" | "bring-back") => `/desk/staff/${id}/${deed}`,
    articles: "/desk/articles",
    article: (id: string) => `/desk/articles/${id}`,
    moveArticle: (id: string, move: "publish" | "retire" | "restore") => `/desk/articles/${id}/${move}`,
    invoices: "/desk/invoices",
    months: "/desk/months",
    month: (month: string) => `/desk/months/${month}`,
    proposal: (month: string, organisationId: string) => `/desk/months/${month}/${organisationId}`,
    issueMonth: (month: string) => `/desk/months/${month}/issue`,
    invoice: (number: string) => `/desk/invoices/${number}`,
    invoicePdf: (number: string) => `/desk/invoices/${number}/pdf`,
    creditInvoice: (number: string) => `/desk/invoices/${number}/credit`,
    payInvoice: (number: string) => `/desk/invoices/${number}/payments`,
    mailInvoice: (number: string) => `/desk/invoices/${number}/mail`,
  },
  api: {
    invoices: "/api/invoices",
    invoice: (number: string) => `/api/invoices/${number}`,
    creditInvoice: (number: string) => `/api/desk/invoices/${number}/credit`,
    mailInvoice: (number: string) => `/api/desk/invoices/${number}/mail`,
    setVat: (id: string) => `/api/desk/organisations/${id}/vat`,
    offerAddendum: (id: string) => `/api/desk/organisations/${id}/addenda`,
    withdrawAddendum: (organisation: string, id: string) =>
      `/api/desk/organisations/${organisation}/addenda/${id}/withdraw`,
    mails: "/api/desk/mails",
    mail: (id: string) => `/api/desk/mails/${id}`,
    tryMailsAgain: "/api/desk/mails/try-again",
    stopMails: "/api/desk/mails/stop",
    tryMailAgain: (id: string) => `/api/desk/mails/${id}/try-again`,
    stopMail: (id: string) => `/api/desk/mails/${id}/stop`,
    refusedAccesses: "/api/desk/refused-accesses",
    staff: "/api/desk/staff",
    staffMember: (id: string) => `/api/desk/staff/${id}`,
    actOnStaff: (id: string, deed: "invitation" | "suspend" | "bring-back") => `/api/desk/staff/${id}/${deed}`,
    holidays: "/api/desk/holidays",
    removeHoliday: "/api/desk/holidays/remove",
  },
} as const;
