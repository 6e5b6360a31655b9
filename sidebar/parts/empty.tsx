// Nothing to show: why, what comes next, and one act.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

export interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly next: string;
  readonly children?: ComponentChildren;
}

export function Empty({ icon, title, next, children }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h3>{title}</h3>
      <p class="sub">{next}</p>
      {children}
    </div>
  );
}
