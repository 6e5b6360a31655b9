// A linked form: which sheet its responses come to, where its questions go, what became of them, what waits for a person.
import type { ColumnTarget, ImportPreview } from './import-api';
import type { Page } from './wire';

/** A sheet of the workbook that is none of ours. */
export interface FormSheet {
  /** Google's id of the sheet. */
  readonly sheet: number;
  readonly name: string;
}

/** Where a question's answers go; `stamp` is the time beside them. */
export type QuestionTarget = Omit<ColumnTarget, 'to'> & { readonly to: 'column' | 'notes' | 'stamp' };

export interface FormLook extends FormSheet {
  readonly columns: readonly QuestionTarget[];
  /** Customers' columns an answer can fill. */
  readonly targets: ImportPreview['targets'];
  /** Whether it looks like a form's: a column of times, and a name or company among the questions. */
  readonly likely: boolean;
  readonly responses: number;
}

export interface IntakeView {
  /** The linked sheet; null where none is linked. */
  readonly linked: (FormSheet & { readonly columns: readonly QuestionTarget[] }) | null;
  /** The linked sheet is not there any more. */
  readonly gone: boolean;
  /** Whether responses are taken as they arrive. */
  readonly automatic: boolean;
  /** Responses that were not taken yet. */
  readonly waiting: number;
  /** Responses a person has to look at. */
  readonly review: number;
  readonly sheets: readonly FormSheet[];
}

/** An answer of a known customer that differs from the record. */
export interface AnswerView {
  readonly column: string;
  readonly label: string;
  readonly now: string;
  readonly answer: string;
}

/** A response to be looked at. */
export interface ReviewItem {
  /** Names it, for {@link IntakeApi.intakeSettle}. */
  readonly response: string;
  /** Customer it is about; empty for a response that names nobody. */
  readonly id: string;
  readonly name: string;
  readonly answers: readonly AnswerView[];
  /** What could not be read, with the reason; `label` is empty where it is about the whole response. */
  readonly problems: readonly { readonly label: string; readonly value: string; readonly reason: string }[];
  /** The response as it came, by question; nothing where its answers are all shown above. */
  readonly original: readonly { readonly question: string; readonly answer: string }[];
}

export interface SettleRequest {
  readonly response: string;
  /** Answers that go into the record, with what was shown there; the others, and the problems, are done with. */
  readonly accept: readonly { readonly column: string; readonly now: string }[];
  /** It is about somebody else than it was taken to be: he becomes a customer of his own, and nothing is accepted. */
  readonly asNew: boolean;
}

export interface SettleOutcome {
  /** The act that wrote the answers, to be taken back; null when there was none to write. */
  readonly txn: string | null;
  /** Labels of answers left waiting, because their cells have changed since they were shown. */
  readonly changed: readonly string[];
}

export interface IntakeApi {
  intake(): IntakeView;
  /** Looks at a sheet without writing: how its questions would be placed, or are. */
  intakeLook(ask: { sheet: number }): FormLook;
  /** Links a sheet, with its questions placed as given. */
  intakeLink(link: { sheet: number; columns: readonly QuestionTarget[] }): IntakeView;
  /** Lets go of the form. What was taken stays taken. */
  intakeUnlink(): IntakeView;
  /** Takes the next responses; call until none is left. */
  intakeTake(): { readonly taken: number; readonly left: number };
  intakeReview(ask: { page: number }): Page<ReviewItem>;
  intakeSettle(request: SettleRequest): SettleOutcome;
}
