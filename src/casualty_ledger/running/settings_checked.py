"""The settings held against the project: notebooks there are, sides that speak, a language, faces."""

from __future__ import annotations

from casualty_ledger.conflicts.known import learn_conflicts
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.project import Project
from casualty_ledger.settings import Settings, SettingsUnreadable, read_settings
from casualty_ledger.vocabulary import Side
from casualty_ledger.wording.language import languages


def check_settings(project: Project) -> Settings:
    """Return the settings of a project, all of whose names name something. Errors: SettingsUnreadable."""
    found = read_settings(project.home)
    _check_left_out(found, [path.stem for path in project.numbered])
    if found.language not in languages():
        spoken = ", ".join(languages())
        problem = f"language, one of {spoken} is expected, found {found.language!r}"
        raise SettingsUnreadable(problem=problem)
    check_sides(found, project)
    if found.logo and not _is_picture((project.home / found.logo).read_bytes()):
        raise SettingsUnreadable(problem=f"logo, {found.logo} holds no SVG or PNG picture")
    if found.typeface:
        from casualty_ledger.typefaces import check_typeface

        check_typeface(project.home, found.typeface)
    return found


def _is_picture(content: bytes) -> bool:
    return content.startswith(b"\x89PNG\r\n") or b"<svg" in content[:2000]


def _check_left_out(settings: Settings, stems: list[str]) -> None:
    for stem in settings.leave_out:
        if stem not in stems:
            hint = did_you_mean(stem, stems)
            raise SettingsUnreadable(problem=f"leave_out, there is no numbered notebook {stem}{hint}")


def check_sides(settings: Settings, project: Project) -> None:
    """Refuse a misspelt side; one of a conflict without a file is only in its sheets.

    Errors: SettingsUnreadable.
    """
    if not settings.colours:
        return
    sides = [*(side for each in learn_conflicts(project).values() for side in each.sides), *Side.words()]
    for side in settings.colours:
        if side not in sides and (hint := did_you_mean(side, sides)):
            raise SettingsUnreadable(problem=f"colours, nobody speaks for {side!r}{hint}")
