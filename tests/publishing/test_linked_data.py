"""Linked data of a page: a Dataset of schema.org that cites the data package."""

import json

import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_notebook

from casualty_ledger import __version__
from casualty_ledger.publishing.html import export_notebook
from casualty_ledger.publishing.linked_data import write_script


def described(**parameters: str) -> dict:
    notebook = new_notebook(metadata={"papermill": {"parameters": parameters}})
    page = export_notebook(notebook, title="T </script><b>", description="D")
    return json.loads(BeautifulSoup(page, "html.parser").script.string)


def test_a_page_describes_its_week_and_its_data():
    """
    The page of 2023-W22 covers 29 May to 4 June 2023 as of 5 June, under CC BY 4.0, from the data package.
    """
    page = described(week="2023-W22", as_of="")

    assert page["@type"] == "Dataset"
    assert page["temporalCoverage"] == "2023-05-29/2023-06-04"
    assert page["dateModified"] == "2023-06-05"
    assert page["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert page["version"] == __version__
    assert page["isBasedOn"]["distribution"]["name"] == "datapackage.json"


def test_a_title_cannot_leave_the_block_of_data():
    """
    A closing tag in a text stays within the data.
    """
    assert described()["name"] == "T </script><b>"
    assert "<" not in write_script({"name": "</script><!--"})


@pytest.mark.parametrize("week", ["", "soon"])
def test_a_page_of_no_week_claims_no_coverage(week: str):
    """
    A notebook without a readable week is described without days.
    """
    assert "temporalCoverage" not in described(week=week)
