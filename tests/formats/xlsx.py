"""Reads a workbook with nothing but zipfile and an XML parser, to see what is really in the file."""

import datetime
import re
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Sheet:
    def __init__(self, root, date_styles):
        view = root.find(f".//{MAIN}sheetView")
        pane = view.find(f"{MAIN}pane")
        self.right_to_left = view.get("rightToLeft") == "1"
        self.frozen = pane is not None and pane.get("state") == "frozen" and pane.get("ySplit") == "1"
        self.filter = root.find(f"{MAIN}autoFilter").get("ref")
        self.size = root.find(f"{MAIN}dimension").get("ref")
        self.formulas = len(root.findall(f".//{MAIN}f"))
        self.rows = [self.row(row, date_styles) for row in root.iter(f"{MAIN}row")]
        if self.formulas:
            raise SystemExit("a cell is a formula")

    @staticmethod
    def row(row, date_styles):
        values = []
        for cell in row:
            letters = re.match("[A-Z]+", cell.get("r")).group()
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - ord("A") + 1
            values.extend([None] * (column - 1 - len(values)))
            if cell.get("t") == "inlineStr":
                value = "".join(text.text or "" for text in cell.iter(f"{MAIN}t"))
            else:
                value = float(cell.find(f"{MAIN}v").text)
                if cell.get("s") in date_styles:
                    value = datetime.date(1899, 12, 30) + datetime.timedelta(days=value)
            values.append(value)
        return values

    def dicts(self):
        head = self.rows[0]
        return [dict(zip(head, row + [None] * (len(head) - len(row)))) for row in self.rows[1:]]


def read(path):
    """Name -> Sheet, in the order of the workbook."""
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            raise SystemExit("damaged archive")

        def xml(name):
            return tree.fromstring(archive.read(name))

        styles = xml("xl/styles.xml")
        formats = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(f"{MAIN}numFmt")}
        cells = styles.find(f"{MAIN}cellXfs")
        dates = {str(i) for i, style in enumerate(cells) if "yyyy" in formats.get(style.get("numFmtId"), "")}
        targets = {r.get("Id"): r.get("Target") for r in xml("xl/_rels/workbook.xml.rels")}
        return {s.get("name"): Sheet(xml("xl/" + targets[s.get(RELATION)]), dates) for s in xml("xl/workbook.xml").iter(f"{MAIN}sheet")}
