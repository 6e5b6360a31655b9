// All doubles under their official names, and the services a script finds as globals.
import { Double, expose } from '../guard';
import type { World } from '../world';
import { BlobDouble } from './blob';
import { ChartBuilderDouble, ChartDouble, ChartOptionsDouble, ContainerInfoDouble } from './chart';
import { BooleanConditionDouble, FormatBuilderDouble, FormatRuleDouble } from './conditional';
import { FilterDouble } from './filter';
import { HtmlOutputDouble, HtmlServiceDouble } from './html';
import { LockDouble, LockServiceDouble } from './lock';
import { MailAppDouble } from './mail';
import { ProtectionDouble } from './protection';
import { RangeDouble } from './range';
import { RangeListDouble } from './range-list';
import {
  AuthorizationInfoDouble,
  ClockTriggerBuilderDouble,
  ScriptAppDouble,
  SpreadsheetTriggerBuilderDouble,
  TriggerBuilderDouble,
  TriggerDouble,
} from './script';
import { SessionDouble, UserDouble } from './session';
import { SheetDouble } from './sheet';
import { NamedRangeDouble, SpreadsheetAppDouble, SpreadsheetDouble } from './spreadsheet';
import { CacheDouble, CacheServiceDouble, PropertiesDouble, PropertiesServiceDouble } from './stores';
import { TextFinderDouble } from './text-finder';
import { MenuDouble, UiDouble } from './ui';
import { UtilitiesDouble } from './utilities';
import { ValidationBuilderDouble, ValidationDouble } from './validation';

/** Names types of charts; nothing else of the service is here. */
class ChartsDouble extends Double {}

class LoggerDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    this.world = world;
  }

  log(...parts: unknown[]): this {
    this.world.logs.push({ level: 'info', text: parts.map(String).join(' ') });
    return this;
  }
}

expose('Base.Blob', BlobDouble);
expose('Base.Logger', LoggerDouble);
expose('Base.Menu', MenuDouble);
expose('Base.Session', SessionDouble);
expose('Base.Ui', UiDouble);
expose('Base.User', UserDouble);
expose('Cache.Cache', CacheDouble);
expose('Cache.CacheService', CacheServiceDouble);
expose('Charts.ChartOptions', ChartOptionsDouble);
expose('Charts.Charts', ChartsDouble);
expose('HTML.HtmlOutput', HtmlOutputDouble);
expose('HTML.HtmlService', HtmlServiceDouble);
expose('Lock.Lock', LockDouble);
expose('Lock.LockService', LockServiceDouble);
expose('Mail.MailApp', MailAppDouble);
expose('Properties.Properties', PropertiesDouble);
expose('Properties.PropertiesService', PropertiesServiceDouble);
expose('Script.AuthorizationInfo', AuthorizationInfoDouble);
expose('Script.ClockTriggerBuilder', ClockTriggerBuilderDouble);
expose('Script.ScriptApp', ScriptAppDouble);
expose('Script.SpreadsheetTriggerBuilder', SpreadsheetTriggerBuilderDouble);
expose('Script.Trigger', TriggerDouble);
expose('Script.TriggerBuilder', TriggerBuilderDouble);
expose('Spreadsheet.BooleanCondition', BooleanConditionDouble);
expose('Spreadsheet.ConditionalFormatRule', FormatRuleDouble);
expose('Spreadsheet.ConditionalFormatRuleBuilder', FormatBuilderDouble);
expose('Spreadsheet.ContainerInfo', ContainerInfoDouble);
expose('Spreadsheet.DataValidation', ValidationDouble);
expose('Spreadsheet.DataValidationBuilder', ValidationBuilderDouble);
expose('Spreadsheet.EmbeddedChart', ChartDouble);
expose('Spreadsheet.EmbeddedChartBuilder', ChartBuilderDouble);
expose('Spreadsheet.Filter', FilterDouble);
expose('Spreadsheet.NamedRange', NamedRangeDouble);
expose('Spreadsheet.Protection', ProtectionDouble);
expose('Spreadsheet.Range', RangeDouble);
expose('Spreadsheet.RangeList', RangeListDouble);
expose('Spreadsheet.Sheet', SheetDouble);
expose('Spreadsheet.Spreadsheet', SpreadsheetDouble);
expose('Spreadsheet.SpreadsheetApp', SpreadsheetAppDouble);
expose('Spreadsheet.TextFinder', TextFinderDouble);
expose('Utilities.Utilities', UtilitiesDouble);

/** The services by the names scripts know them by. */
export function services(world: World): Record<string, object> {
  const doubles: Record<string, Double> = {
    CacheService: new CacheServiceDouble(world),
    Charts: new ChartsDouble(),
    HtmlService: new HtmlServiceDouble(world),
    LockService: new LockServiceDouble(world),
    Logger: new LoggerDouble(world),
    MailApp: new MailAppDouble(world),
    PropertiesService: new PropertiesServiceDouble(world),
    ScriptApp: new ScriptAppDouble(world),
    Session: new SessionDouble(world),
    SpreadsheetApp: new SpreadsheetAppDouble(world),
    Utilities: new UtilitiesDouble(world),
  };
  return Object.fromEntries(Object.entries(doubles).map(([name, double]) => [name, world.handle(double)]));
}
