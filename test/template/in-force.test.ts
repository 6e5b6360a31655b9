// A setting that nothing reads must say so in the sheet, and one that is read must not.
import { readdirSync, readFileSync } from 'node:fs';
import { workbook } from '../../src/template/index';
import { inForce, settings } from '../../src/template/settings';
import type { SheetTemplate } from '../../src/template/types';

/** Set by a choice in the sidebar and kept in the sheet, where only the plan reads them. */
const KEPT = ['general.language', 'general.preset', 'custom.fields'];

test('the settings in force are those the code asks for', () => {
  const files = ['src/app', 'src/gateway', 'src/domain'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
  );
  const asked = Object.keys(settings).filter((key) => files.some((text) => text.includes(`('${key}')`)));
  // A column may take its limits from settings; its kind then asks for them by the names it declares.
  const limits = Object.values<SheetTemplate>(workbook.sheets).flatMap((sheet) =>
    'columns' in sheet
      ? Object.values(sheet.columns).flatMap((column) => (column.kind === 'money' ? (column.within ?? []) : []))
      : [],
  );
  expect([...asked, ...limits, ...KEPT].sort()).toEqual([...inForce].sort());
});
