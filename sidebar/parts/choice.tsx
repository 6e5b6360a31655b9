// A choice among few: native radios drawn as one bar.

export interface ChoiceProps<V extends string> {
  readonly name: string;
  readonly legend: string;
  readonly value: V | null;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  /** Two columns of rows instead of one bar. */
  readonly tall?: boolean;
  onPick(value: V): void;
}

export function Choice<V extends string>({ name, legend, value, options, tall, onPick }: ChoiceProps<V>) {
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      <div class={tall === true ? 'choice tall' : 'choice'}>
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onPick(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
