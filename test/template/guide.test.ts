// The guide says the rules in force: every shown column, the options as people named them, the numbers as set.
import { guideCells, shippedRules } from '../../src/template/guide';
import { tableOf } from '../../src/template/index';
import type { Locale, PageCell, Preset, RulesInForce } from '../../src/template/types';

const locales: readonly Locale[] = ['zh-CN', 'en'];
const presets: readonly Preset[] = ['b2b', 'retail', 'consulting', 'ecommerce'];

const said = (cells: readonly PageCell[], locale: Locale) => cells.map(({ text }) => text?.[locale] ?? '');

test.each(presets)('%s: every column that shows is explained, and no other', (preset) => {
  const cells = guideCells(shippedRules(preset));
  for (const locale of locales) {
    const terms = said(cells, locale);
    for (const { label, shown } of Object.values(tableOf('customers').columns)) {
      const shows = shown === 'all' || (shown?.includes(preset) ?? false);
      if (shows) expect(terms).toContain(label[locale]);
    }
    expect(terms.includes(tableOf('customers').columns['cf_1']?.label[locale] ?? '')).toBe(false);
  }
});

test('cadence follows the line of business', () => {
  const cadence = (preset: Preset) =>
    said(guideCells(shippedRules(preset)), 'en').find((text) => text.startsWith('Days between'));
  expect(cadence('b2b')).toContain('Key 7, Standard 30, Prospect 14');
  expect(cadence('retail')).toContain('Key 30, Standard 60, Prospect 90');
  expect(cadence('ecommerce')).toContain('Key 14, Standard 30, Prospect 60');
});

test('a changed number and a renamed option are what the guide says', () => {
  const shipped = shippedRules('b2b');
  const changed: RulesInForce = {
    ...shipped,
    enums: {
      ...shipped.enums,
      quick: {
        label: { 'zh-CN': '快捷操作', en: 'Quick action' },
        options: [{ id: 'reached', label: { 'zh-CN': '聊过了', en: 'Talked' } }],
      },
    },
    setting: (key) => (key === 'pool.not_followed_days' ? 25 : key === 'pool.not_won_days' ? 90 : shipped.setting(key)),
  };
  const zh = said(guideCells(changed), 'zh-CN').join('\n');
  expect(zh).toContain('25 天没有有效跟进，或 90 天没有成交，就回到公海；提前 3 天和 1 天提醒');
  expect(zh).toContain('聊过了。');
  expect(said(guideCells(shipped), 'zh-CN').join('\n')).toContain('30 天没有有效跟进，就回到公海');
});

test('it stays short enough to be read', () => {
  const rows = guideCells(shippedRules('b2b')).map(({ row }) => row);
  expect(Math.max(...rows)).toBeLessThan(90);
});
