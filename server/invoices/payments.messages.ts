import { defineMessages } from "../ui/language.ts";

/** How an invoice stands and what was paid on it. */
export const paymentMessages = defineMessages({
  nl: {
    state: "Stand",
    states: {
      issued: "Opgemaakt",
      sent: "Verstuurd",
      "partly-paid": "Deels betaald",
      paid: "Betaald",
      overdue: "Over de termijn",
      credited: "Gecrediteerd",
    },
    open: "Nog te betalen",
    payments: "Betalingen",
    paidOn: "Betaald op",
    amount: "Bedrag",
    amountHint: "Met btw, zoals het op de rekening kwam",
    record: "Betaling vastleggen",
    recordNow: "Leg vast",
    recorded: "De betaling is vastgelegd.",
  },
  en: {
    state: "Status",
    states: {
      issued: "Issued",
      sent: "Sent",
      "partly-paid": "Partly paid",
      paid: "Paid",
      overdue: "Past its due date",
      credited: "Credited",
    },
    open: "Still to be paid",
    payments: "Payments",
    paidOn: "Paid on",
    amount: "Amount",
    amountHint: "Including VAT, as it arrived",
    record: "Record a payment",
    recordNow: "Record",
    recorded: "The payment is recorded.",
  },
});
