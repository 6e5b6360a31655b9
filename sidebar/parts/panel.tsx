// The shape of a panel: title row, content, and the buttons at its foot.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Say } from '../panel';
import { Icon } from './icon';

export interface PanelFrameProps {
  readonly t: Say;
  readonly title: string;
  /** Leads back to the area's first panel; absent there. */
  readonly back?: (() => void) | undefined;
  readonly tools?: ComponentChildren;
  /** The title is heard, not seen: what follows it says where one is. */
  readonly quiet?: boolean;
  readonly foot?: ComponentChildren;
  /** What just happened, for those who do not see it. */
  readonly status: string;
  readonly children: ComponentChildren;
}

export function PanelFrame({ t, title, back, tools, quiet = false, foot, status, children }: PanelFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const inner = back !== undefined;
  // A panel opened from another begins at its title, so that a reader hears where he is.
  useLayoutEffect(() => {
    if (inner) heading.current?.focus();
  }, [inner]);
  return (
    <section
      class="panel"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') back?.();
      }}
    >
      <div class="body">
        <div class={quiet ? 'sr' : 'head'}>
          {back !== undefined && (
            <button type="button" class="bare" aria-label={t('act.back')} onClick={back}>
              <Icon name="back" />
            </button>
          )}
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {tools}
        </div>
        {/* Always there: a live region born with its text is not announced. */}
        <p role="status" class="sr">
          {status}
        </p>
        {children}
      </div>
      {foot !== undefined && <div class="foot">{foot}</div>}
    </section>
  );
}
