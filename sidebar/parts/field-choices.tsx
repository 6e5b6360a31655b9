// What becomes of every field of a group: where the records differ a choice, where a rule decides the rule, where they agree a fold.
import type { FieldChoice, GroupView } from '../../src/contract/duplicates-api';
import type { Message } from '../../src/i18n/index';
import type { Say } from '../panel';
import { type Picks, valueIn } from '../state/review';
import { Icon } from './icon';

export interface FieldChoicesProps {
  readonly t: Say;
  readonly group: Pick<GroupView, 'id' | 'fields' | 'equal' | 'obstacle'>;
  readonly picks: Picks;
  pick(key: string, id: string): void;
}

export function FieldChoices({ t, group, picks, pick }: FieldChoicesProps) {
  const { fields, equal } = group;
  // The rule most fields follow is said once, the others where they count.
  const usual = mostUsed(fields);
  return (
    <section class="kept" aria-label={t('review.keep')}>
      <h3>{t('review.keep')}</h3>
      {usual !== null && <p class="by">{t('review.usual', { rule: t(usual) })}</p>}
      {fields.map((field) =>
        field.locked ? (
          <Ruled key={field.key} t={t} field={field} />
        ) : (
          <fieldset key={field.key} class={valueIn(field, picks, group) === null ? 'pick open' : 'pick'}>
            <legend>{field.label}</legend>
            <div>
              {field.values.map(({ value, ids }) => (
                <label key={value}>
                  <input
                    type="radio"
                    name={`${group.id} ${field.key}`}
                    checked={valueIn(field, picks, group) === value}
                    onChange={() => pick(field.key, ids[0] ?? '')}
                  />
                  <span class="v">{value || t('review.empty')}</span>
                  <span class="from num">{ids.map(shortId).join(' ')}</span>
                </label>
              ))}
              {field.rule.code !== usual?.code && <p class="by">{t(field.rule)}</p>}
            </div>
          </fieldset>
        ),
      )}
      {equal.length > 0 && (
        <details>
          <summary>{t('review.equal', { count: equal.length })}</summary>
          <p class="sub">{equal.join(' · ')}</p>
        </details>
      )}
    </section>
  );
}

/** What cannot be chosen by hand is read, with the rule that decides. */
function Ruled({ t, field }: { t: Say; field: FieldChoice }) {
  return (
    <dl class="pick">
      <dt>{field.label}</dt>
      <dd>
        <p>
          <Icon name="lock" /> {field.chosen || t('review.empty')}
        </p>
        <p class="by">{t(field.rule)}</p>
      </dd>
    </dl>
  );
}

/** The rule that two or more open fields share, the one of most of them; null where each has its own. */
function mostUsed(fields: readonly FieldChoice[]): Message | null {
  const open = fields.flatMap(({ locked, rule }) => (locked ? [] : [rule]));
  const count = ({ code }: Message) => open.filter((rule) => rule.code === code).length;
  const [most] = [...open].sort((a, b) => count(b) - count(a));
  return most !== undefined && count(most) > 1 ? most : null;
}

/** The figures of an id that tell it from its neighbours, `086`. */
function shortId(id: string): string {
  return /\d{1,3}$/.exec(id)?.[0] ?? id;
}
