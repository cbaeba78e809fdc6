import type { ComponentChildren, VNode } from "preact";
import type { Refusal } from "../../core/values/refusal.ts";
import { newsOf } from "../refusals/refusals.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import type { Language } from "../../core/values/language.ts";
import type { Upload } from "./read-input.ts";
import { formErrors } from "./word-uploads.ts";

interface RefusalSummaryProps {
  readonly refusal: Refusal | null;
  readonly language: Language;
  /** The field of the refusal; left out when it concerns the whole form. */
  readonly field?: string | undefined;
  /** The form's files. Each refused one is named. */
  readonly uploads?: readonly Upload[] | undefined;
  /** The title for a form without mistakes that was not carried out. */
  readonly title?: string | undefined;
  /** More content, such as a message that came in meanwhile. */
  readonly children?: ComponentChildren;
}

/**
 * The reason above a form that was not carried out; nothing otherwise. Changes by others are news, not mistakes, and
 * look that way.
 */
export function RefusalSummary({
  refusal,
  uploads = [],
  language,
  field,
  title,
  children,
}: RefusalSummaryProps): VNode | null {
  if (refusal === null) return null;
  const news = newsOf(refusal, language);
  return (
    <ErrorSummary
      errors={formErrors({ refusal, uploads, language, field })}
      title={news ?? title}
      tone={news === undefined ? "refused" : "waiting"}
    >
      {children}
    </ErrorSummary>
  );
}
