"""The data package describes its tables as they are."""

import csv
import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from casualty_ledger.ledger.opening import Ledger, open_ledger
from casualty_ledger.ledger.vintages import as_of
from casualty_ledger.parsing.weeks import Vintage
from casualty_ledger.project import Project
from casualty_ledger.publishing.codebook import write_codebook
from casualty_ledger.publishing.package import derive_tables, describe_package, write_package

HOME = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def package(project, tmp_path_factory) -> Path:
    folder = Project(project.home, project.raw, tmp_path_factory.mktemp("package"))
    ledger = open_ledger(folder)
    write_package(folder, ledger)
    return folder.processed


def test_every_resource_describes_its_file(package: Path):
    """
    The fields of each resource are the columns of its CSV, in order, each with a line of purpose.
    """
    described = json.loads((package / "datapackage.json").read_text())

    for resource in described["resources"]:
        with (package / resource["path"]).open(encoding="utf-8", newline="") as lines:
            header = next(csv.reader(lines))
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == header, resource["name"]
        assert all(field["description"] for field in fields)


def test_every_value_is_of_its_type(package: Path):
    """
    Each CSV reads as the types that its fields declare, and holds only the words that they allow.
    """
    for resource in describe_package()["resources"]:
        table = pd.read_csv(package / resource["path"], dtype=str, keep_default_na=False)
        for field in resource["schema"]["fields"]:
            found = table.loc[table[field["name"]] != "", field["name"]]
            if field["type"] == "integer":
                assert found.str.fullmatch(r"-?\d+").all(), field
            if field["type"] == "date":
                assert found.str.fullmatch(r"\d{4}-\d\d-\d\d").all(), field
            if enum := field.get("constraints", {}).get("enum"):
                assert set(found) <= set(enum), field


def test_the_package_has_what_the_standard_requires():
    """
    Version 2 asks for a profile, named resources with paths, and licences with a name or a path.
    """
    package = describe_package()

    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert all(resource["name"] and resource["path"] for resource in package["resources"])
    assert len({resource["name"] for resource in package["resources"]}) == len(package["resources"])
    assert package["licenses"][0]["name"] == "CC-BY-4.0"


def test_the_codebook_is_the_schema():
    """
    docs/codebook.md is what the schema writes; `make docs` renews it.
    """
    assert (HOME / "docs" / "codebook.md").read_text(encoding="utf-8") == write_codebook()


@pytest.mark.parametrize("day", [date(2022, 6, 1), date(2023, 2, 28), date(2023, 6, 4), date(2024, 2, 1)])
def test_derived_tables_are_blind_to_what_came_later(ledger, day: date):
    """
    Weekly, revisions and disagreements as of a day are those of a ledger that never held anything later.
    """
    known = as_of(ledger.appearances, Vintage(day))
    earlier = derive_tables(Ledger(Vintage(day), known, 0))
    found = derive_tables(ledger.as_of(Vintage(day)))

    for name, table in found.items():
        pd.testing.assert_frame_equal(table, earlier[name])
        published = ledger.figures.set_index("figure_id")["published_on"]
        assert (published.reindex(table["figure_id"]) <= pd.Timestamp(day)).all(), name
