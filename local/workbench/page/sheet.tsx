// The grid: a sheet as Sheets would show it. It holds no model: what is drawn was asked for, what is done is done by the host.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FrontView } from '../frame-wire';
import type { SheetView } from '../grid-wire';
import { asked } from './asked';
import { type Geometry, geometryOf } from './sheet-geometry';
import { Surface } from './sheet-surface';
import './grid.css';

export interface GridProps {
  /** The sheet's. */
  readonly id: number;
  readonly name: string;
  /** Who acts: what is closed to him is hatched. */
  readonly user: string;
  /** Rises when the workbook may have changed. */
  readonly revision: number;
  /** Cells of it that the script brought to the front. */
  readonly front: FrontView | null;
  /** Lies over the cells; its corner is that of A1. */
  readonly children?: ComponentChildren;
}

interface Known {
  readonly told: string;
  readonly geometry: Geometry;
  /** Of the state of the sheet. */
  readonly stamp: string;
}

export function Grid({ id, name, user, revision, front, children }: GridProps) {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let late = false;
    const take = (shape: SheetView | null) => {
      if (late || shape === null) return;
      const told = JSON.stringify(shape);
      // A sheet of the same shape keeps its places, so that nothing is laid out anew while somebody types.
      setKnown((before) => ({
        told,
        geometry: before?.told === told ? before.geometry : geometryOf(shape),
        stamp: `${revision} ${user}`,
      }));
    };
    asked<SheetView | null>('/sheet', { sheet: id }).then(take, () => undefined);
    return () => {
      late = true;
    };
  }, [id, revision, user]);
  if (known === null) return <section class="grid-frame" aria-label={name} aria-busy="true" />;
  return (
    <Surface id={id} name={name} geometry={known.geometry} stamp={known.stamp} front={front}>
      {children}
    </Surface>
  );
}
