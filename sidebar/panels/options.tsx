// The options editor: the words people choose from, list by list; a new name is written into every cell that holds the old one.
import { useEffect, useState } from 'preact/hooks';
import type { OptionChange, OptionList, OptionPlan, OptionView } from '../../src/contract/settings-api';
import type { Text } from '../../src/template/types';
import { FailureNote } from '../parts/failure-note';
import { Icon } from '../parts/icon';
import { PanelFrame } from '../parts/panel';
import { StaleNote } from '../parts/stale-note';
import { Working } from '../parts/working';
import { useReading } from '../state/reading';
import type { InnerProps } from './data';
import { OptionForm } from './options-form';
import { SettingsActNotes, useSettingsAct } from './settings-act';

const NEW: Omit<OptionChange, 'list'> = { id: null, label: { 'zh-CN': '', en: '' }, aliases: [], colour: null, active: true };

export function Options(props: InnerProps) {
  const { server, t, locale, visible, changes, back } = props;
  const reading = useReading(() => server.optionLists(), visible, changes);
  const [key, setKey] = useState('tier');
  const [open, setOpen] = useState<OptionChange | null>(null);
  const list = reading.value?.find((one) => one.key === key) ?? reading.value?.[0] ?? null;
  const saved = () => {
    setOpen(null);
    void reading.reload();
  };
  const save = useSettingsAct<OptionChange, OptionPlan>(props, server.planOption, server.saveOption, saved);
  const remove = useSettingsAct<OptionChange, OptionPlan>(
    props,
    server.planOption,
    ({ list: of, id }) => server.removeOption({ list: of, id: id ?? '' }),
    saved,
  );
  const order = useSettingsAct<readonly string[], null>(
    props,
    async () => ({ ok: true, value: null }),
    (ids) => server.orderOptions({ list: key, ids }),
    saved,
  );
  const forget = () => {
    setOpen(null);
    for (const { look, save: act } of [save, remove, order]) {
      look.clear();
      act.clear();
    }
  };
  const pick = (change: OptionChange | null) => {
    forget();
    setOpen(change);
  };
  const label = (of: { readonly label: Text }) => of.label[locale];
  return (
    <PanelFrame t={t} title={t('optionsPanel.title')} back={back} status="">
      <p class="sub">{t('optionsPanel.what')}</p>
      {reading.failure !== null && (
        <FailureNote t={t} title={t('optionsPanel.failed')} failure={reading.failure} retry={() => void reading.reload()} />
      )}
      {reading.busy && <Working t={t} locale={locale} what={t('optionsPanel.reading')} since={reading.since} />}
      <StaleNote t={t} reading={reading} />
      {list !== null && (
        <>
          <div class="field">
            <label for="options-list">{t('optionsPanel.list')}</label>
            <select
              id="options-list"
              value={list.key}
              onChange={(event) => {
                forget();
                setKey(event.currentTarget.value);
              }}
            >
              {reading.value?.map((one) => (
                <option key={one.key} value={one.key}>
                  {label(one)}
                </option>
              ))}
            </select>
          </div>
          {open === null ? (
            <Rows list={list} {...props} edit={pick} order={(ids) => void order.look.run(ids)} />
          ) : (
            <OptionForm
              key={`${open.list} ${open.id}`}
              t={t}
              list={list}
              change={open}
              busy={save.look.busy || save.save.busy}
              save={(change) => void save.look.run(change)}
              remove={isOwn(list, open) ? () => void remove.look.run(open) : null}
              cancel={() => pick(null)}
            />
          )}
        </>
      )}
      <SettingsActNotes
        {...props}
        act={save}
        title={({ cells }) =>
          cells.length > 0
            ? t('optionsPanel.rewrites', { count: cells.reduce((sum, { count }) => sum + count, 0) })
            : t('optionsPanel.noCells')
        }
        body={({ cells }) => cells.map(({ sheet, count }) => <p key={sheet}>{t('optionsPanel.cells', { sheet, count })}</p>)}
        yes={() => t('optionsPanel.save')}
        done={t('optionsPanel.saved')}
        undo={t('optionsPanel.undo')}
      />
      <SettingsActNotes
        {...props}
        act={remove}
        title={({ used }) => t('optionsPanel.removes', { count: used })}
        body={() => null}
        yes={() => t('optionsPanel.remove')}
        done={t('optionsPanel.removed')}
        undo={t('optionsPanel.undo')}
      />
      <SettingsActNotes
        {...props}
        act={order}
        title={() => t('optionsPanel.orders')}
        body={(_none, ids) => <p>{ids.map((id) => list?.options.find((one) => one.id === id)?.label[locale]).join(' · ')}</p>}
        yes={() => t('optionsPanel.save')}
        done={t('optionsPanel.saved')}
        undo={t('optionsPanel.undo')}
      />
    </PanelFrame>
  );
}

function isOwn(list: OptionList, { id }: OptionChange): boolean {
  return list.options.some((option) => option.id === id && !option.shipped);
}

interface RowsProps extends Pick<InnerProps, 't' | 'locale'> {
  readonly list: OptionList;
  edit(change: OptionChange): void;
  order(ids: readonly string[]): void;
}

function Rows({ t, locale, list, edit, order }: RowsProps) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const now = list.options.map(({ id }) => id).join(' ');
  useEffect(() => setIds(now.split(' ')), [now]);
  const move = (at: number, to: number) => {
    const next = [...ids];
    next.splice(to, 0, ...next.splice(at, 1));
    setIds(next);
  };
  const rows = ids.flatMap((id) => list.options.find((option) => option.id === id) ?? []);
  return (
    <>
      <ul>
        {rows.map((option, i) => (
          <li key={option.id} class="item">
            <div class="top">
              {option.colour !== null && <span class="swatch" style={{ background: option.colour }} />}
              <button type="button" class="plain small" onClick={() => edit({ list: list.key, ...changeOf(option) })}>
                {option.label[locale]}
              </button>
              <span class="rest">{option.active ? other(option, locale) : t('optionsPanel.off')}</span>
              <span class="end">
                <Move t={t} option={option.label[locale]} up disabled={i === 0} onClick={() => move(i, i - 1)} />
                <Move t={t} option={option.label[locale]} disabled={i === rows.length - 1} onClick={() => move(i, i + 1)} />
              </span>
            </div>
          </li>
        ))}
      </ul>
      <div class="row">
        {list.open && (
          <button type="button" class="small" onClick={() => edit({ list: list.key, ...NEW })}>
            <Icon name="plus" />
            {t('optionsPanel.add')}
          </button>
        )}
        {ids.length > 0 && ids.join(' ') !== now && (
          <button type="button" class="small" onClick={() => order(ids)}>
            {t('optionsPanel.order')}
          </button>
        )}
      </div>
      {!list.open && <p class="hint">{t('optionsPanel.closed')}</p>}
    </>
  );
}

function changeOf({ id, label, aliases, colour, active }: OptionView): Omit<OptionChange, 'list'> {
  return { id, label, aliases, colour, active };
}

function other({ label }: OptionView, locale: keyof Text): string {
  return label[locale === 'en' ? 'zh-CN' : 'en'];
}

interface MoveProps extends Pick<InnerProps, 't'> {
  readonly option: string;
  readonly up?: true;
  readonly disabled: boolean;
  onClick(): void;
}

function Move({ t, option, up, disabled, onClick }: MoveProps) {
  return (
    <button
      type="button"
      class={up ? 'bare upside' : 'bare'}
      aria-label={t(up ? 'optionsPanel.up' : 'optionsPanel.down', { option })}
      aria-disabled={disabled}
      onClick={() => !disabled && onClick()}
    >
      <Icon name="down" />
    </button>
  );
}
