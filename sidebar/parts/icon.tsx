// Line icons, 16 px, drawn in the colour of the text beside them.

const SHAPES = {
  today:
    'M4 3.5h8a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 12V5A1.5 1.5 0 0 1 4 3.5zM2.5 6.5h11M5.5 2v3M10.5 2v3M5.7 10l1.6 1.6 3-3',
  data: 'M4 3h8a1.5 1.5 0 0 1 1.5 1.5v7A1.5 1.5 0 0 1 12 13H4a1.5 1.5 0 0 1-1.5-1.5v-7A1.5 1.5 0 0 1 4 3zM2.5 6.4h11M2.5 9.7h11M6.3 6.4V13',
  team: 'M3.6 5.8a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0zM1.8 13c.3-2.2 1.9-3.4 4-3.4s3.7 1.2 4 3.4M10.2 3.7a2.2 2.2 0 0 1 0 4.2M11.6 9.9c1.4.4 2.3 1.5 2.6 3.1',
  settings:
    'M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6M8.5 4.5a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0zM4.1 11.5a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0z',
  phone:
    'M3 3.2 5.3 2.5l1.5 3-1.4 1.2c.7 1.6 1.9 2.8 3.5 3.5l1.3-1.4 3 1.5-.7 2.3c-.2.6-.7.9-1.3.9C6.5 13.2 2.6 9 2.2 4.5c0-.6.2-1.1.8-1.3z',
  mail: 'M3.5 3.5h9A1.5 1.5 0 0 1 14 5v6a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11V5a1.5 1.5 0 0 1 1.5-1.5zM2.5 4.8l5.5 4 5.5-4',
  overdue: 'M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0-11.5 0zM8 4.8v3.8M8 10.9v.3',
  due: 'M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0-11.5 0zM8 4.7V8l2.2 1.5',
  soon: 'M4 3.5h8a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 12V5A1.5 1.5 0 0 1 4 3.5zM2.5 6.5h11M5.5 2v3M10.5 2v3M6 10h4M8.5 8.5 10 10l-1.5 1.5',
  ok: 'm3 8.5 3.2 3.2L13 4.8',
  warning: 'M8 2.5 14.2 13H1.8zM8 6.5v3M8 11.2v.2',
  info: 'M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0-11.5 0zM8 7.3v3.9M8 4.9v.2',
  back: 'M13 8H3.5M7.5 4l-4 4 4 4',
  next: 'm6 4 4 4-4 4',
  arrow: 'M3 8h9.5M8.5 4l4 4-4 4',
  plus: 'M8 3v10M3 8h10',
  retry: 'M13 8a5 5 0 1 1-1.6-3.7L13 5.8M13 3v2.8h-2.8',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.8 3.5l-3 3 3 3',
  history: 'M3 8a5 5 0 1 0 1.6-3.7L3 5.8M3 3v2.8h2.8M8 5.5V8l1.8 1.2',
  merge: 'M3 3c0 4 5 3 5 6.5V14M13 3c0 4-5 3-5 6.5M5.8 11.8 8 14l2.2-2.2',
  upload: 'M8 10.5V3M5 5.8 8 3l3 2.8M3 10.5v2.7h10v-2.7',
  shield: 'M8 2 3 4v3.8c0 3 2 5 5 6.2 3-1.2 5-3.2 5-6.2V4z',
  star: 'm8 2.2 1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z',
  dot: 'M4.8 8a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z',
  ring: 'M4.8 8a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z',
  certain: 'M1 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM6 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM11 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0z',
} as const;

export type IconName = keyof typeof SHAPES;

const FILLED: readonly IconName[] = ['star', 'dot', 'certain'];

/** Decoration, hidden from readers, unless it has a `label` of its own. */
export function Icon({ name, label }: { name: IconName; label?: string | undefined }) {
  const shape = (
    <path
      d={SHAPES[name]}
      fill={FILLED.includes(name) ? 'currentColor' : undefined}
      stroke-dasharray={name === 'ring' ? '2 1.4' : undefined}
    />
  );
  if (label === undefined) {
    return (
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        {shape}
      </svg>
    );
  }
  return (
    <svg class="icon" viewBox="0 0 16 16" role="img" aria-label={label}>
      {shape}
    </svg>
  );
}
