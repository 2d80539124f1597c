"""The page on mappings says what the model says."""

from paths import HOME

from casualty_ledger.intake.describing import write_description


def test_the_page_is_that_of_the_model():
    """
    docs/mapping_file.md is what `make docs` writes.
    """
    assert (HOME / "docs" / "mapping_file.md").read_text() == write_description()
