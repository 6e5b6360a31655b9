"""Reads an .xlsx with openpyxl and prints what it found as JSON: the judge of what a file declares."""
import json
import sys
import warnings
from xml.etree import ElementTree
from zipfile import ZipFile

from openpyxl import load_workbook

warnings.simplefilter("ignore")


def colour(value):
    return value.rgb[-6:].lower() if value is not None and isinstance(value.rgb, str) else None


def looks(style):
    """The looks of a cell or of a format rule."""
    font, fill = style.font, style.fill
    ground = fill.bgColor if fill is not None and type(style).__name__ == "DifferentialStyle" else fill and fill.fgColor
    solid = fill is not None and getattr(fill, "fill_type", None) == "solid"
    return {
        "bold": bool(font and font.b),
        "italic": bool(font and font.i),
        "underline": bool(font and font.u and font.u != "none"),
        "strikethrough": bool(font and font.strike),
        "ink": colour(font.color) if font is not None and font.color is not None else None,
        "ground": colour(ground) if solid else None,
    }


def validations(sheet):
    return [
        {
            "type": rule.type,
            "operator": rule.operator,
            "formulas": [text for text in (rule.formula1, rule.formula2) if text is not None],
            "ranges": str(rule.sqref).split(),
            "strict": rule.errorStyle in (None, "stop") and bool(rule.showErrorMessage),
            "prompt": rule.prompt if rule.showInputMessage else None,
            "hidesArrow": bool(rule.showDropDown),
        }
        for rule in sheet.data_validations.dataValidation
    ]


def formats(sheet):
    return [
        {
            "ranges": str(ranges.sqref).split(),
            "type": rule.type,
            "priority": rule.priority,
            "formula": rule.formula[0] if rule.formula else None,
            **looks(rule.dxf),
        }
        for ranges in sheet.conditional_formatting
        for rule in ranges.rules
    ]


def title(chart):
    rich = chart.title and chart.title.tx and chart.title.tx.rich
    return "".join(run.t for paragraph in rich.p for run in (paragraph.r or [])) if rich else ""


def charts(sheet):
    found = []
    for chart in sheet._charts:
        start = chart.anchor._from
        found.append(
            {
                "type": type(chart).__name__,
                "direction": getattr(chart, "barDir", None),
                "title": title(chart),
                "row": start.row + 1,
                "column": start.col + 1,
                "series": [
                    {
                        "name": series.tx.strRef.f if series.tx and series.tx.strRef else None,
                        "labels": series.cat.strRef.f if series.cat and series.cat.strRef else None,
                        "values": series.val.numRef.f,
                    }
                    for series in chart.series
                ],
            }
        )
    return found


def guarded(number):
    """Ranges with a guard of their own, which openpyxl passes over. Sheets stand in the file by their number."""
    with ZipFile(sys.argv[1]) as archive:
        root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    return [element.get("sqref") for element in root.iter() if element.tag.endswith("}protectedRange")]


def sheet_facts(number, sheet):
    columns = sheet.column_dimensions
    cells = [cell for row in sheet.iter_rows() for cell in row]
    return {
        "name": sheet.title,
        "state": sheet.sheet_state,
        "tab": colour(sheet.sheet_properties.tabColor),
        "frozen": sheet.freeze_panes,
        "gridlines": sheet.sheet_view.showGridLines is not False,
        "filter": sheet.auto_filter.ref,
        "merges": [str(area) for area in sheet.merged_cells.ranges],
        "hiddenColumns": sorted(
            number for group in columns.values() if group.hidden for number in range(group.min, group.max + 1)
        ),
        "hiddenRows": sorted(number for number, row in sheet.row_dimensions.items() if row.hidden),
        "protected": bool(sheet.protection.sheet),
        "guarded": guarded(number),
        "unlocked": [cell.coordinate for cell in cells if not cell.protection.locked],
        "notes": {cell.coordinate: cell.comment.text for cell in cells if cell.comment},
        "formats": {cell.coordinate: cell.number_format for cell in cells if cell.number_format != "General"},
        "validations": validations(sheet),
        "conditionalFormats": formats(sheet),
        "charts": charts(sheet),
        "values": {
            cell.coordinate: cell.value
            for cell in cells
            if isinstance(cell.value, (str, int, float, bool)) and cell.data_type != "f"
        },
        "formulas": {cell.coordinate: str(cell.value) for cell in cells if cell.data_type == "f"},
    }


book = load_workbook(sys.argv[1])
names = book.defined_names
json.dump(
    {
        "sheets": [sheet_facts(number, sheet) for number, sheet in enumerate(book.worksheets, 1)],
        "names": {name.name: name.attr_text for name in names.definedName},
    },
    sys.stdout,
    ensure_ascii=False,
)
