// Notices: what stands out in a panel, each kind with its own sign.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

const SIGNS = { info: 'info', warn: 'warning', error: 'warning', good: 'ok' } as const satisfies Record<string, IconName>;

export interface NoteProps {
  readonly kind: keyof typeof SIGNS;
  readonly sign?: IconName;
  readonly title?: string;
  readonly children?: ComponentChildren;
}

export function Note({ kind, sign, title, children }: NoteProps) {
  return (
    <div class={`note ${kind}`}>
      <Icon name={sign ?? SIGNS[kind]} />
      <div>
        {title !== undefined && <b>{title}</b>}
        {children}
      </div>
    </div>
  );
}
