"""Contexts: what stands before and after a name, as patterns of the person words."""

from __future__ import annotations

import re

from casualty_ledger.ledger.privacy.person_words import (
    AGED,
    HARM,
    HARMED_NOW,
    KIN,
    LINK,
    OFFICE,
    PLACED,
    RELAYED,
    SAID_BY,
    SAINT,
    SPEAKS,
    VICTIM,
)


def whole(words: str) -> str:
    """Return a pattern that matches one of the words as a whole."""
    return rf"(?<![^\W_])(?:{words})(?![^\W_])"


HARMS = re.compile(HARM)
JOINT = r"[\s:,\-–—(«\"“'/|]"
AT_VICTIM = re.compile(rf"{whole(VICTIM)}(?: (?:{LINK}))?[\s:\-–—(«\"“']*$")
OF_SOLDIER = (
    r"(?:військов\w+|военн\w+|солдат\w*|бі[йє]\w+|бойц\w+|полонен\w+|загибл\w+|погибш\w+|пленн\w+|"
    r"soldier|prisoner)"
)
AT_KIN = re.compile(rf"{whole(KIN)}(?: (?:the )?{OF_SOLDIER})?[\s:«\"“]*$")
KIN_WORD = re.compile(
    r"^(?:home|house|famil|mother|father|parent|wife|widow|husband|son|daughter|brother|sister|relative|"
    r"родин|матір|мати|батьк|дружин|вдов|син|дочк|могил|семь|матер|отец|отца|жен[аы]|сын|дочер)"
)
AFTER_HARM = re.compile(rf"(?:{HARM})\w*(?:{JOINT}+(?:{LINK}|\d+|\w+ing))*{JOINT}*$")
APPOSED = (
    r"(?:a|an|the) (?:[\w'-]+ ){1,4}?(?:who (?:was|were|had been) )?"
    r"(?=killed|wounded|injured|captured|shot|held|missing)"
)
HARMED = re.compile(rf"^(?:'s?)?[\s,(:\-–—\"”»]*(?:{APPOSED})?(?:{HARMED_NOW})|^\s*(?:{AGED})")
KIN_AFTER = (
    r"body|family|mother|father|wife|home|house|remains|funeral|death|capture|face|grave|sons?|parents|"
    r"relatives"
)
OF_KIN = re.compile(rf"^'s? (?:\w+ )?{whole(KIN_AFTER)}")
SPEAKING = re.compile(rf"^[\s,)\"”»]*(?:\([^)]*\)\s*)?(?:{SPEAKS})")
AND_ANOTHER = r"(?:(?:[\w'.-]+ ){1,3}(?:and|та|і|и|و) )?"
QUOTED = re.compile(
    rf"(?:{whole(SAID_BY)}(?:[\s:,(]+(?:the |a )?(?:{OFFICE}|of|and|\w+'s))*|"
    rf"{whole(RELAYED)}(?:[\s,]+(?!{HARM})[\w'-]+){{0,4}})[\s:,(]*{AND_ANOTHER}$"
)
IN_OFFICE = re.compile(rf"{whole(OFFICE)}(?:[\s,]+(?!{HARM})[\w'-]+){{0,4}}[\s:,.(]*$|[a-z]'s? $")
HOLDS_OFFICE = re.compile(rf"^\s*[,(–—-]\s*(?:the |a |an )?(?:[\w'-]+ ){{0,4}}{whole(OFFICE)}")
TITLED = (
    r"(?:of |the |named |called |after |admiral |адмірал\w* |адмирал\w* |hetman |sheikh |prince |св\. |"
    r"الشهيد |الملك |الأمير |الشيخ |الإمام )"
)
BEFORE_PLACED = re.compile(rf"(?:{whole(PLACED)}[\s.]*{TITLED}*|{whole(SAINT)}\s*)[\s«\"“']*$")
PLACED_AFTER = re.compile(
    rf"^(?:'s)?[\s»\"”'-]*(?:the great |і |children's |[a-z]+ )?{whole(PLACED)}"
    r"(?! (?:was|were) (?:killed|captured))"
)
NUMBERS = (
    r"\d|one\b|two|three|four|five|six|seven|eight|nine|ten\b|several|dozens|no\b|nobody|"
    r"один|одна|дв[оа]|тро[єе]|трьо|чотир|четвер|п'ят|пят|шест|шіст|сім|сем|вос[іе]м|дев|дес|кільк|нескольк|нема|нет\b"
)
COUNTS_AFTER = re.compile(rf"^\s*(?::|–|—|-)\s*(?:at least |about |over |more than )?(?:{NUMBERS})")
OWNS = re.compile(r"^'s ")
WHERE = (
    r"in|at|near|nearby|outside|around|towards?|into|between|inside|from|"
    r"у|в|під|біля|поблизу|неподалік|на|под|возле|около|близ|из|із|з|في|قرب|من"
)
AT_PLACE = re.compile(rf"{whole(WHERE)} (?:the )?$")
