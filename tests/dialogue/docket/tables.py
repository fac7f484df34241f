"""Tables of submissions from which the tests of importing begin."""

import csv
import io

from openpyxl import Workbook

from hled.dialogue.docket.domain.importing import REGULATIONS


def regulations(*rows, encoding="utf-8-sig", delimiter=","):
    """A bulk download with these cells in its rows; every other cell is empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, REGULATIONS, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def downloaded(number=1, **changes):
    """A row as a download has it."""
    return {
        "Document ID": f"ITA-2027-0001-{number:04d}",
        "Document Type": "Public Submission",
        "Is Withdrawn?": "false",
        "Received Date": "2027-01-08T05:00Z",
        "Posted Date": "2027-01-09T05:00Z",
        "First Name": "Perla",
        "Last Name": "Quetzalcóatl",
        "State/Province": "TX",
        "Country": "United States",
        "Comment": f"Customs takes six hours on Tuesdays at bridge {number}.<br/>The fruit is lost &amp; nobody answers.",
        **changes,
    }


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
