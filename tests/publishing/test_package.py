"""The data package describes its tables as they are."""

import csv
import json
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from random import Random

import pandas as pd
import pytest
from hindsight import without_what_came_later
from jsonschema.validators import validator_for

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.opening import Ledger, open_ledger
from casualty_ledger.ledger.store import hold_ledger
from casualty_ledger.parsing.weeks import LATEST, Vintage
from casualty_ledger.project import Project
from casualty_ledger.publishing.codebook import write_codebook
from casualty_ledger.publishing.package import derive_tables, describe_package, write_package
from casualty_ledger.running.current_package import publish
from casualty_ledger.sources.recorded_sheets import read_sheets
from casualty_ledger.sources.registry import read_register

HOME = Path(__file__).resolve().parents[2]
DAYS = [date(2022, 2, 25) + timedelta(days=n) for n in range(1650)]


@pytest.fixture(scope="module")
def package(project, tmp_path_factory) -> Path:
    folder = Project(project.home, project.raw, tmp_path_factory.mktemp("package"))
    stored = hold_ledger(folder)
    derived = derive_tables(open_ledger(folder))
    publish(stored, folder.processed, lambda staged: write_package(staged, derived))
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


def test_the_description_is_valid_against_the_published_profile(package: Path):
    """
    Data Package version 2's own JSON schema finds nothing wrong, and finds what is made wrong.
    """
    profile = json.loads((files("dplib") / "profiles" / "2.0" / "datapackage.json").read_text())
    described = json.loads((package / "datapackage.json").read_text())
    validator = validator_for(profile)(profile)

    assert [error.message for error in validator.iter_errors(described)] == []
    del described["resources"][0]["name"]
    assert list(validator.iter_errors(described))


def test_keys_hold(package: Path):
    """
    A primary key names one row, and a foreign key leads to a row that is there.
    """
    tables = {}
    for resource in (resources := describe_package()["resources"]):
        tables[resource["name"]] = pd.read_csv(package / resource["path"], dtype=str, keep_default_na=False)
    for resource in resources:
        schema, table = resource["schema"], tables[resource["name"]]
        assert not table.duplicated(schema.get("primaryKey", list(table.columns))).any(), resource["name"]
        for key in schema.get("foreignKeys", []):
            [column] = key["fields"]
            assert set(table[column]) <= set(tables[key["reference"]["resource"]][column]), resource["name"]


def test_derived_tables_are_blind_to_what_came_later(project, ledger):
    """
    On random days, every table is the same after all that became known later is deleted from the sheets.
    """
    rows, register = read_sheets(project.recorded), read_register(project.sources)
    for day in Random(20230604).sample(DAYS, 1):
        kept = clean_rows(without_what_came_later(rows, day), register).appearances
        pruned = Ledger(LATEST, kept, 0).as_of(Vintage(day))
        earlier, found = derive_tables(pruned), derive_tables(ledger.as_of(Vintage(day)))
        for name, table in found.items():
            assert table.to_csv() == earlier[name].to_csv(), (day, name)
        assert pruned.figures.to_csv() == ledger.as_of(Vintage(day)).figures.to_csv()
