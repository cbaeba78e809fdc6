import type { ComponentChildren, VNode } from "preact";
import type { Refusal } from "../../core/values/refusal.ts";
import { newsOf } from "../refusals/refusals.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import type { Language } from "../ui/language.ts";
import type { Upload } from "./read-input.ts";
import { formErrors } from "./word-uploads.ts";

interface RefusalSummaryProps {
  readonly refusal: Refusal | null;
  readonly language: Language;
  /** The field that the refusal is about; left out when it is about the whole form. */
  readonly field?: string | undefined;
  /** The files that came with the form: each that was refused is named. */
  readonly uploads?: readonly Upload[] | undefined;
  /** Said where nothing is wrong with what was filled in, but it was not done. */
  readonly title?: string | undefined;
  /** More of it, such as a message that came in meanwhile. */
  readonly children?: ComponentChildren;
}

/**
 * Above a form: why it was not done. Nothing when all is well. What others did meanwhile is news and no mistake, and
 * looks so.
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
