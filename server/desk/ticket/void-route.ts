import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import type { Result } from "../../../core/values/result.ts";
import type { Work } from "../../events/work.ts";
import { idOf, referenceOf } from "../../faces/params.ts";
import { staff } from "../../http/access.ts";
import { refused } from "../../http/answer.ts";
import { optionalProse } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import type { ToTakeBack } from "../../time/take-back.ts";
import type { Language } from "../../ui/language.ts";
import { backToTicket, showFormAgain } from "./form-answers.ts";
import type { FormName } from "./shown.ts";

interface Voiding {
  readonly path: string;
  readonly form: FormName;
  readonly takeBack: (work: Work<Staff>, asked: ToTakeBack) => Promise<Result<null>>;
  readonly voided: (language: Language) => string;
}

/** Taking back a time entry, a visit or another cost, with a reason. */
export function voidRoute({ path, form, takeBack, voided }: Voiding): Route {
  return route({
    method: "POST",
    path,
    access: staff,
    input: z.strictObject({ reason: optionalProse(500).default("") }),
    handle: async ({ work, params, input: { reason }, view }) => {
      const reference = referenceOf(params);
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      return backToTicket(await takeBack(work, { reference, id, reason }), reference, voided(view.language));
    },
    showAgain: showFormAgain(form),
  });
}
