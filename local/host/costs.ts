// Which service methods read or change something (rulings 1); every other one is `other`. A `*` stands where a grid of cells travels.
import type { CallKind } from './meter';

export interface Price {
  readonly kind: CallKind;
  /** Whether the cells of the range count. */
  readonly grid: boolean;
  /** Whether it concerns the workbook, whose writes wait until they are flushed. */
  readonly inFile: boolean;
}

const READS: Readonly<Record<string, string>> = {
  'Spreadsheet.Spreadsheet':
    'getName getSheets getRangeByName getNamedRanges getProtections getSpreadsheetTimeZone getSpreadsheetLocale getOwner getEditors getViewers createTextFinder',
  'Spreadsheet.Sheet':
    'getName getSheetName getLastRow getLastColumn getMaxRows getMaxColumns getFrozenRows getFrozenColumns getColumnWidth getRowHeight ' +
    'isColumnHiddenByUser isRowHiddenByUser isRowHiddenByFilter isSheetHidden getTabColor hasHiddenGridlines getConditionalFormatRules ' +
    'getProtections getCharts getFilter getNamedRanges getFormUrl',
  'Spreadsheet.Range':
    'getValue getValues* getDisplayValue getDisplayValues* getFormula getFormulas* getNote getNotes* getNumberFormat getNumberFormats* ' +
    'getBackground getBackgrounds* getFontColors* getFontWeights* getFontLines* getHorizontalAlignment getDataValidation ' +
    'getDataValidations* isBlank isPartOfMerge isChecked getMergedRanges getFilter canEdit getWrap',
  'Spreadsheet.TextFinder': 'findAll findNext findPrevious',
  'Properties.Properties': 'getProperty getProperties getKeys',
  'Cache.Cache': 'get getAll',
  'Lock.Lock': 'hasLock',
  'Mail.MailApp': 'getRemainingDailyQuota',
  'Script.ScriptApp': 'getProjectTriggers getUserTriggers',
};

const WRITES: Readonly<Record<string, string>> = {
  'Spreadsheet.Spreadsheet':
    'insertSheet deleteSheet moveActiveSheet setNamedRange removeNamedRange rename setSpreadsheetTimeZone setSpreadsheetLocale',
  'Spreadsheet.Sheet':
    'setName insertRows insertRowsAfter insertRowsBefore insertRowAfter insertRowBefore deleteRow deleteRows insertColumns ' +
    'insertColumnsAfter insertColumnsBefore insertColumnAfter insertColumnBefore deleteColumn deleteColumns setFrozenRows setFrozenColumns ' +
    'setColumnWidth setColumnWidths setRowHeight setRowHeights hideRows showRows hideColumns showColumns hideSheet showSheet setTabColor ' +
    'setHiddenGridlines clear clearContents clearFormats clearNotes clearConditionalFormatRules setConditionalFormatRules protect ' +
    'insertChart updateChart removeChart appendRow sort moveColumns moveRows autoResizeColumns',
  'Spreadsheet.Range':
    'setValue setValues* setFormula setFormulas* setNote setNotes* setNumberFormat setNumberFormats* setBackground setBackgrounds* ' +
    'setFontColor setFontColors* setFontWeight setFontWeights* setFontStyle setFontLine setFontSize setFontFamily setFontLines* ' +
    'setHorizontalAlignment setHorizontalAlignments* setVerticalAlignment setWrap setWrapStrategy setBorder merge mergeAcross breakApart ' +
    'clear clearContent clearFormat clearNote clearDataValidations setDataValidation setDataValidations* insertCheckboxes ' +
    'removeCheckboxes check uncheck protect copyTo* sort* createFilter removeDuplicates*',
  'Spreadsheet.RangeList':
    'setValue setFormula setNote setNumberFormat setBackground setFontColor setFontWeight setFontStyle setFontLine setFontSize setFontFamily ' +
    'setHorizontalAlignment setVerticalAlignment setWrap setWrapStrategy setBorder clear clearContent clearFormat clearNote ' +
    'clearDataValidations insertCheckboxes removeCheckboxes check uncheck',
  'Spreadsheet.Protection':
    'setRange setDescription addEditor addEditors removeEditor removeEditors setDomainEdit setWarningOnly setUnprotectedRanges remove',
  'Spreadsheet.NamedRange': 'setName setRange remove',
  'Spreadsheet.Filter': 'remove sort setColumnFilterCriteria removeColumnFilterCriteria',
  'Spreadsheet.TextFinder': 'replaceWith replaceAllWith',
  'Properties.Properties': 'setProperty setProperties deleteProperty deleteAllProperties',
  'Cache.Cache': 'put putAll remove removeAll',
  'Lock.Lock': 'tryLock waitLock releaseLock',
  'Mail.MailApp': 'sendEmail',
  'Script.ScriptApp': 'deleteTrigger',
  'Script.ClockTriggerBuilder': 'create',
  'Script.SpreadsheetTriggerBuilder': 'create',
};

const OTHER: Price = { kind: 'other', grid: false, inFile: false };
const prices = new Map<string, Price>();
for (const [kind, table] of [['read', READS] as const, ['write', WRITES] as const]) {
  for (const [name, methods] of Object.entries(table)) {
    for (const method of methods.split(' ')) {
      prices.set(`${name}.${method.replace('*', '')}`, {
        kind,
        grid: method.endsWith('*'),
        inFile: name.startsWith('Spreadsheet.'),
      });
    }
  }
}

export function priceOf(className: string, method: string): Price {
  return prices.get(`${className}.${method}`) ?? OTHER;
}

/** Every priced method, for the test that each exists in Apps Script. */
export const pricedMethods: readonly string[] = [...prices.keys()];
