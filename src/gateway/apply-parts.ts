// Protections and charts of a sheet.
import { type Area, a1, areaOf, sameAreas } from '../domain/plan/index';
import type { Acts, Op, Site } from './apply-site';
import { setEditors } from './protection';
import type { Sheet } from './run';
import type { HeldProtection } from './snapshot-parts';

export const partActs: Acts<'protect' | 'unprotect' | 'addChart' | 'retitleChart'> = {
  protect,
  unprotect(site, { sheet, tag }) {
    for (const { read, object } of held(site, site.sheet(sheet))) if (read.tag === tag) object.remove();
  },
  addChart,
  retitleChart(site, { sheet: key, index, title }) {
    const sheet = site.sheet(key);
    const chart = sheet.getCharts()[index];
    if (chart !== undefined) sheet.updateChart(chart.modify().setOption('title', title).build());
  },
};

function held(site: Site, sheet: Sheet): readonly HeldProtection[] {
  return site.reading.protections.bySheet.get(sheet.getSheetId()) ?? [];
}

/**
 * The tag comes last: a protection without it is unfinished, and the next apply takes it over. A new one bars nobody until its
 * editors are set (platform.md §4).
 */
function protect(site: Site, { sheet: key, protection: wanted }: Op<'protect'>): void {
  const sheet = site.sheet(key);
  const [found, ...doubles] = held(site, sheet).filter(({ read }) => read.tag === wanted.tag);
  for (const { object } of doubles) object.remove();
  const same = (area: Area | null) => samePlace(area, wanted.area, site, key);
  const taken = found ?? held(site, sheet).find(({ read }) => read.tag === '' && same(read.area));
  const object = taken?.object ?? (wanted.area === null ? sheet.protect() : sheet.getRange(a1(wanted.area)).protect());
  if (taken !== undefined && wanted.area !== null && !same(taken.read.area)) object.setRange(sheet.getRange(a1(wanted.area)));
  if (wanted.area === null && (taken?.read.open.length ?? 0) + wanted.open.length > 0) {
    object.setUnprotectedRanges(wanted.open.map((area) => sheet.getRange(a1(area))));
  }
  if (wanted.warning) object.setWarningOnly(true);
  else {
    if (object.isWarningOnly()) object.setWarningOnly(false);
    setEditors(object, wanted.editors);
  }
  if (found === undefined) object.setDescription(wanted.tag);
}

function samePlace(a: Area | null, b: Area | null, site: Site, key: string): boolean {
  return a === null || b === null ? a === b : sameAreas([a], [b], site.rowsOf(key));
}

/** Nothing but type, ranges and options: more is not kept alike everywhere (platform.md §6). */
function addChart(site: Site, { sheet: key, chart, title }: Op<'addChart'>): void {
  const sheet = site.sheet(key);
  let builder = sheet
    .newChart()
    .setChartType(Charts.ChartType[chart.type])
    .setNumHeaders(1)
    .setOption('title', title)
    .setOption('width', chart.size.width)
    .setOption('height', chart.size.height)
    .setOption('legend', { position: chart.ranges.length > 2 ? 'top' : 'none' });
  if (chart.colours !== undefined) builder = builder.setOption('colors', [...chart.colours]);
  for (const range of chart.ranges) builder = builder.addRange(sheet.getRange(a1(areaOf(range))));
  sheet.insertChart(builder.setPosition(chart.at.row, chart.at.column, 0, 0).build());
}
