// How the host says no: in Google's words to the script, in its own to whoever drives it.

/** A refusal of a service; inside the run it becomes an `Exception` of the script's own realm. */
export class ServiceError extends Error {
  override readonly name: string;

  /** @param name `Exception` as services throw, or `TypeError` for what does not exist */
  constructor(message: string, name: 'Exception' | 'TypeError' = 'Exception') {
    super(message);
    this.name = name;
  }
}

/** The run ended by force: the time limit, a fault that was asked for, or an endless loop. Its script could not catch it. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** What a script threw and did not catch, told on this side of the sandbox. */
export class ScriptError extends Error {
  override readonly name: string;

  constructor(thrown: unknown) {
    const error = thrown as { name?: unknown; message?: unknown; stack?: unknown } | null;
    super(typeof error?.message === 'string' ? error.message : String(thrown), { cause: thrown });
    this.name = typeof error?.name === 'string' ? error.name : 'Error';
    if (typeof error?.stack === 'string') this.stack = error.stack;
  }
}

/** A person's act that the sheet refuses, in Google's words. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
