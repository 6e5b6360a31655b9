// Colours of the workbook: header bands, script cells, states, page cells. Every ink is at least 4.5:1 on its ground.
import type { Band, PageStyle } from './types';

/** A cell's background and text. */
export interface Paint {
  readonly ground: string;
  readonly ink: string;
}

/** Header cells by band; a required column's label is bold, one kept by script italic. */
export const headPaints = {
  identity: { ground: '#d6e3f8', ink: '#12315f' },
  contact: { ground: '#cfe9e6', ink: '#0b4540' },
  followUp: { ground: '#f9e3b8', ink: '#553500' },
  profile: { ground: '#e6def4', ink: '#3b2a6b' },
  system: { ground: '#e3e6ea', ink: '#44494f' },
} as const satisfies Readonly<Record<Band, Paint>>;

/** Cells of columns kept by script. */
export const keptPaint = { ground: '#f8f9fa', ink: '#5c6064' } as const satisfies Paint;

/** States of a cell, in order of priority; each has a second mark beside its colour. */
export const statePaints = {
  invalid: { ground: '#f8d8de', ink: '#8c1538', italic: true, underline: true },
  duplicate: { ground: '#e9e4fa', ink: '#46329b', underline: true },
  missing: { ground: '#ffdfc7', ink: '#5f2f00' },
  overdue: { ground: '#fce8e6', ink: '#a3150f', bold: true },
  today: { ground: '#fdf0cd', ink: '#6a4000', bold: true },
  soon: { ground: '#e0f2f6', ink: '#00566b' },
} as const satisfies Readonly<Record<string, Paint & { bold?: true; italic?: true; underline?: true }>>;

/** Grounds and inks options share. */
export const optionPaints = {
  plum: { ground: '#fbe6f3', ink: '#86195f' },
  slate: { ground: '#e6ebf1', ink: '#33475b' },
  plain: { ground: '#ffffff', ink: '#5c6064' },
  grey: { ground: '#eef0f2', ink: '#4a4f54' },
  cyan: { ground: '#e0f0fb', ink: '#004f80' },
  blue: { ground: '#d6e4fb', ink: '#1b4a99' },
  violet: { ground: '#e9e4fa', ink: '#46329b' },
  amber: { ground: '#fdf0cd', ink: '#6a4000' },
  green: { ground: '#d5f0de', ink: '#0f5a33' },
  rust: { ground: '#f5e7e3', ink: '#7b3f36' },
  rose: { ground: '#f8d8de', ink: '#8c1538' },
} as const satisfies Readonly<Record<string, Paint>>;

/** Series of a chart, in order. */
export const chartColours = ['#0b57d0', '#b35900', '#4a4f54'] as const;

/** Tabs people work in, and tabs they read. */
export const tabColours = { work: '#0b57d0', read: '#146c2e' } as const;

const card = '#f8f9fa';

/** Looks of page cells, by the name `PageCell.style` uses. */
export const pageStyles = {
  title: { size: 18, bold: true, ink: '#1f1f1f' },
  caption: { size: 9, ink: '#5c6064' },
  captionRight: { size: 9, ink: '#5c6064', align: 'right' },
  captionDate: { size: 9, ink: '#5c6064', align: 'left' },
  choice: { size: 10, ink: '#1f1f1f', ground: '#e8f0fe', lineAround: '#0b57d0' },
  cardLabel: { size: 9, ink: '#444746', ground: card, lineAbove: '#0b57d0' },
  cardFigure: { size: 20, bold: true, ink: '#1f1f1f', ground: card, align: 'left' },
  cardNote: { size: 8, ink: '#444746', ground: card, align: 'left' },
  dataHead: { size: 8, bold: true, ink: '#5c6064' },
  data: { size: 8, ink: '#5c6064' },
  heading: { size: 12, bold: true, ink: '#0b57d0' },
  text: { size: 10, ink: '#1f1f1f', wrap: true },
  term: { size: 10, bold: true, ink: '#1f1f1f', wrap: true },
  stateInvalid: { size: 10, wrap: true, italic: true, ...paintOf('invalid') },
  stateDuplicate: { size: 10, wrap: true, ...paintOf('duplicate') },
  stateMissing: { size: 10, wrap: true, ...paintOf('missing') },
  stateOverdue: { size: 10, wrap: true, bold: true, ...paintOf('overdue') },
  stateToday: { size: 10, wrap: true, bold: true, ...paintOf('today') },
  stateSoon: { size: 10, wrap: true, ...paintOf('soon') },
  kept: { size: 10, wrap: true, ...keptPaint },
} as const satisfies Readonly<Record<string, PageStyle>>;

function paintOf(state: keyof typeof statePaints): Paint {
  return { ground: statePaints[state].ground, ink: statePaints[state].ink };
}
