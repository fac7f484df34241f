"""Small files in the layouts that a user may drop in, laid out as their publishers document them."""

import csv
import gzip
from pathlib import Path

BACI_HEADER = ("t", "i", "j", "k", "v", "q")
BACI_ROWS = (
    (2022, 484, 842, "870323", "24000.500", "1500.2"),
    (2022, 156, 842, "850760", "9000", "          NA"),
    (2022, 490, 842, "854231", "7000", "1"),
    (2022, 842, 484, "100590", "5000", "20000"),
    (2022, 251, 842, "10121", "12", "0.5"),
    (2022, 697, 842, "711319", "3", ""),
)
COUNTRY_CODES = (
    ("country_code", "country_name", "country_iso2", "country_iso3"),
    (842, "USA (1981-2022)", "US", "USA"),
    (484, "Mexico", "MX", "MEX"),
    (490, "Other Asia, not elsewhere specified", "N/A", "S19"),
    (697, "Europe EFTA, not elsewhere specified", "N/A", "R20"),
)

COMTRADE_HEADER = [
    "typeCode",
    "freqCode",
    "refPeriodId",
    "refYear",
    "refMonth",
    "period",
    "reporterCode",
    "flowCode",
    "partnerCode",
    "partner2Code",
    "classificationCode",
    "cmdCode",
    "aggrLevel",
    "customsCode",
    "mosCode",
    "motCode",
    "netWgt",
    "primaryValue",
    "isAggregate",
]

ATLAS_HEADER = [
    "country_id",
    "country_iso3_code",
    "partner_country_id",
    "partner_iso3_code",
    "product_id",
    "product_hs12_code",
    "year",
    "export_value",
    "import_value",
]


def write(path: Path, header, rows, delimiter=",") -> Path:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    return path


def baci_folder(folder: Path, rows=BACI_ROWS, name="BACI_HS17_Y2022_V202401b.csv") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "country_codes_V202401b.csv", COUNTRY_CODES[0], COUNTRY_CODES[1:])
    write(folder / "product_codes_HS17_V202401b.csv", ("code", "description"), [("870323", "Vehicles")])
    return write(folder / name, BACI_HEADER, rows)


def comtrade_row(
    reporter, partner, code, value, *, flow="M", period=2023, second=0, customs="C00", mode=0, edition="H6"
):
    level = 0 if code == "TOTAL" else len(code)
    return (
        *(
            "C",
            "A",
            f"{period}0101",
            period,
            52,
            period,
            reporter,
            flow,
            partner,
            second,
            edition,
            code,
            level,
        ),
        *(customs, 0, mode, 10, value, 1),
    )


def plain(
    path: Path, *rows, header=("reporter", "partner", "flow", "period", "product", "edition", "value")
) -> Path:
    return write(path, header, rows)
