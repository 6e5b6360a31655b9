// Labelled figures under each other.

/** Entries that are null are left out. */
export function Facts({ of }: { of: readonly (readonly [label: string, value: string] | null)[] }) {
  return (
    <dl class="facts">
      {of.map((entry) => entry !== null && [<dt key={entry[0]}>{entry[0]}</dt>, <dd key={`${entry[0]} value`}>{entry[1]}</dd>])}
    </dl>
  );
}
