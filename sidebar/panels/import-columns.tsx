// Where each column of the file goes: a guess with its reason and examples, changed by a click.
import type { ColumnTarget, ImportPreview } from '../../src/contract/import-api';
import type { PanelProps } from '../panel';
import { Icon } from '../parts/icon';

type Columns = readonly ColumnTarget[];
type Targets = ImportPreview['targets'];

export interface ColumnsProps extends Pick<PanelProps, 't' | 'locale'> {
  readonly columns: Columns;
  readonly targets: Targets;
  /** Label of a customers' column chosen twice; null when all is clear. */
  readonly clash: string | null;
  change(columns: Columns): void;
}

/** The label of a customers' column that two columns of the file would fill. */
export function doubled(columns: Columns): string | null {
  const seen = new Set<string>();
  for (const { key, label } of columns) {
    if (key === null) continue;
    if (seen.has(key)) return label ?? key;
    seen.add(key);
  }
  return null;
}

export function Columns({ t, locale, columns, targets, clash, change }: ColumnsProps) {
  const count = (to: ColumnTarget['to']) => columns.filter((column) => column.to === to).length;
  return (
    <>
      <p class="sub">{t('importPanel.mapped', { known: count('column'), custom: count('custom'), notes: count('notes') })}</p>
      {clash !== null && (
        <p class="hint bad" role="alert">
          {t('importPanel.twice', { label: clash })}
        </p>
      )}
      <ul class="map" aria-label={t('importPanel.map')}>
        {columns.map((column) => (
          <Column
            key={column.index}
            t={t}
            locale={locale}
            column={column}
            targets={targets}
            wrong={clash !== null && column.label === clash}
            change={(next) => change(columns.map((other) => (other.index === next.index ? next : other)))}
          />
        ))}
      </ul>
    </>
  );
}

type ColumnProps = Pick<PanelProps, 't' | 'locale'> & {
  column: ColumnTarget;
  targets: Targets;
  wrong: boolean;
  change(column: ColumnTarget): void;
};

const REASONS = {
  name: 'importPanel.whyName',
  values: 'importPanel.whyValues',
  chosen: 'importPanel.whyChosen',
  leftover: 'importPanel.whyLeftover',
} as const;

function Column({ t, locale, column, targets, wrong, change }: ColumnProps) {
  const header = column.header === '' ? t('importPanel.noHeader', { index: column.index + 1 }) : column.header;
  const value = column.key === null ? column.to : `=${column.key}`;
  const choose = (chosen: string) => {
    const key = chosen.startsWith('=') ? chosen.slice(1) : null;
    const label = targets.find((target) => target.key === key)?.label ?? null;
    change({ ...column, to: key === null ? 'notes' : 'column', key, label, why: 'chosen' });
  };
  return (
    <li>
      <div class="pair">
        <span class="source">{header}</span>
        <Icon name="arrow" />
        <select
          aria-label={t('importPanel.goesTo', { header })}
          aria-invalid={wrong}
          value={value}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {column.to === 'empty' && <option value="empty">{t('importPanel.toEmpty')}</option>}
          <option value="notes">{t('importPanel.toNotes')}</option>
          {targets.map((target) => (
            <option key={target.key} value={`=${target.key}`}>
              {target.label}
            </option>
          ))}
        </select>
      </div>
      <p class="seen muted">
        {t(REASONS[column.why])}
        {column.examples.length > 0 &&
          ` · ${t('importPanel.example', { values: column.examples.slice(0, 3).join(locale === 'zh-CN' ? '、' : ', ') })}`}
      </p>
    </li>
  );
}
