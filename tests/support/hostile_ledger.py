"""A ledger as a malicious source might have it: every text that a sheet holds tries to be more than text."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.schema import SHEET_COLUMNS

TITLE = "hostile"
ATTACKS = {
    "script": "<script>document.title='hostile'</script>",
    "image": "<img src=x onerror=\"document.title='hostile'\">",
    "svg": "<svg onload=\"document.title='hostile'\"><animate onbegin=alert(1)></svg>",
    "ending": "</p></td></table></div></style></script><script>alert(1)</script>",
    "frame": "<iframe srcdoc='<script>alert(1)</script>'></iframe><form action=https://example.org>",
    "style": "<style>*{display:none}</style><b style='position:fixed;inset:0'>",
    "typst": '#panic("x") #import "@preview/x:1.0.0" $x^2$ `code` *bold* _under_ = Heading @ref <label> \\',
    "mathtext": r"$\frac{$ \alpha$ % ~ ^ {",
    "formula": "=cmd|' /C calc'!A0",
    "formula_at": '@SUM(1+1)*HYPERLINK("https://example.org")',
    "jinja": "{{ 7 * 7 }} {% raw %} {{ cell.source }}",
    "override": "abc\u202edef\u202c \u2067ghi\u2069 \u200f",
    "emoji": "\U0001f4a5\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "scripts": "\u0926\u0947 \u4e2d\u6587 \u05d0\u05d1 \u0645\u0631 a\u0301\u0301\u0301",
    "control": "n\x00a\x01b\x07c\x1bd\x7fe\x85f",
    "long": "w" * 10_000,
    "markdown": "# h\n\n[x](javascript:alert(1)) ![y](https://example.org/y.png) | a | b |",
}
ADDRESSES = {
    "script": "javascript:document.title='hostile'",
    "image": "data:text/html,<script>alert(1)</script>",
    "svg": 'https://example.org/"onmouseover="alert(1)',
    "ending": "https://example.org/</a><script>alert(1)</script>",
    "frame": " javascript:alert(1)",
    "style": "vbscript:msgbox(1)",
    "long": "https://example.org/" + "w" * 10_000,
}
BASE = {
    "conflict": "russia_ukraine",
    "claimant_side": "ukraine",
    "party": "ukraine",
    "population": "civilians",
    "measure": "injured",
    "basis": "period",
    "hedge": "exact",
    "verification": "official_claim",
}
TOTAL = {
    "measure": "killed",
    "basis": "cumulative",
    "covers_from": "2022-02-24",
    "covers_until": "2023-06-04",
}
KINDS = [
    {"covers_from": "2023-06-03", "covers_until": "2023-06-03"},
    TOTAL,
    TOTAL | {"population": "military", "party": "russia", "measure": "losses_unspecified", "place": ""},
    {
        "population": "pow",
        "party": "russia",
        "measure": "held",
        "basis": "stock",
        "covers_until": "2023-06-04",
    },
    {
        "population": "pow",
        "measure": "exchanged_returned",
        "covers_from": "2023-06-01",
        "covers_until": "2023-06-01",
    },
]


def hostile_rows() -> pd.DataFrame:
    """Make recorded rows that carry every attack in every text, in each part of a brief."""
    rows = []
    for nth, (name, text) in enumerate(ATTACKS.items()):
        for kind, facts in enumerate(KINDS):
            for restated in range(2):
                told = dict.fromkeys(("claimant", "publisher", "place", "admin1", "method", "scope"), text)
                told |= dict.fromkeys(("overlaps", "note", "measure_as_said"), text)
                known = {"overlaps_known_on": "2023-06-04", "note_known_on": "2023-06-04"}
                value = str(10 + 5 * nth + 100 * kind + restated)
                day = {
                    "published_on": f"2023-06-0{3 + restated}",
                    "address": ADDRESSES.get(name, "") if restated else "https://example.org/a",
                }
                identity = {"id": f"h-{nth}-{kind}-{restated}", "value": value}
                rows.append(dict.fromkeys(SHEET_COLUMNS, "") | BASE | told | known | day | identity | facts)
    return pd.DataFrame(rows)
