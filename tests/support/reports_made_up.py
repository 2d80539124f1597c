"""Records of briefs in a folder, as reports leave them: for tests of what is made of many reports."""

import json
from pathlib import Path
from typing import Any

NUMBER: dict[str, Any] = {
    "text": "22",
    "said": "22",
    "what": "22 civilians injured",
    "about": "Pidhorodne, 3 June 2023",
    "how": "",
    "parts": ["In short"],
    "figures": ["t-1"],
    "claimant": "Governor",
    "publisher": "Suspilne",
    "published": "4 June 2023",
    "is_part": False,
    "warnings": [],
    "subject": "injured",
    "stands": True,
    "follows": "",
    "kind": "",
    "why": "",
}


def make_record(edition: str, *numbers: dict[str, Any], **said: Any) -> dict[str, Any]:
    """Make the record of an edition with these numbers, each with its changes."""
    record = {
        "format": 1,
        "edition": edition,
        "known_until": "2023-06-05",
        "title": "Reported casualties and prisoners of war",
        "period": f"Week {edition[:8]}",
        "known": "As known on 5 June 2023.",
        "language": "en",
        "coverage": {"by_monday": 18, "usual": 60.0, "is_thin": True},
        "bottom_line": ["A claimant counted 22 civilians injured."],
        "numbers": [NUMBER | number for number in numbers],
        "changed": [],
        "corrected": [],
    }
    return record | said


def put_report(reports: Path, record: dict[str, Any], *files: str) -> Path:
    """Put a report on the shelf: its record, its page, and other files by name."""
    folder = reports / record["edition"]
    folder.mkdir(parents=True)
    (folder / "brief.json").write_text(json.dumps(record), encoding="utf-8")
    for name in ("brief.html", *files):
        (folder / name).write_text("", encoding="utf-8")
    return folder
