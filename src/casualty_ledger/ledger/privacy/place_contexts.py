"""Place contexts: what tells, before or after a name, that a place, a ship or a body bears it."""

from __future__ import annotations

from casualty_ledger.ledger.privacy.context import Context
from casualty_ledger.ledger.privacy.contexts import whole
from casualty_ledger.ledger.privacy.person_words import HARM
from casualty_ledger.ledger.privacy.place_words import BEFORE_PLACE, PLACED, SAINT, SHELLED, SHELLING, SHIP

# "X Brigades", "X St": what bears the name ends in its kind, and no surname is such a word.
ENDS_IN_KIND = Context(
    r" (?:st|str|ave|blvd|bde|brigades?|battalions?|regiments?|division|corps|legion|squad)$"
)
SAINTED = Context(rf"{whole(SAINT)}\s")
TITLED = (
    r"(?:of |the |named |called |after |admiral |адмірал\w* |адмирал\w* |hetman |sheikh |prince |св\. |"
    r"الشهيد |الملك |الأمير |الشيخ |الإمام )"
)
PLACES = (
    r"(?:villages|towns|settlements|cities|districts|areas|communities|places|с[ие]ла|міста|города|посёлки|"
    r"пункти?)"
)
BEFORE_PLACED = Context(
    rf"(?:{PLACES}:?|{whole(PLACED)}[\s.]*{TITLED}*|{whole(SAINT)}\s*|дом\w* (?:по|на) |"
    rf"(?<![^\s(])the )[\s«\"“']*$|[«\"“'](?:admiral|адм[иі]рал|hetman|гетьман|гетман|general|князь) $|"
    r"(?:on board|aboard|на борту) [«\"“'](?:\w+ )?$"
)
# A place, a body or a ship whose kind is told right before its name.
OF_KIND_BEFORE = Context(rf"{whole(PLACED)}[\s.]*{TITLED}*[\s«\"“'.]*$")
# "The brigade named after Hetman X": whoever is named there is a namesake.
NAMESAKE = Context(
    r"(?<![^\W_])(?:named (?:after|for|in hono\w+ of)|імені|ім\.|(?<!по )имени|им\.) (?:[\w'.-]+ ){0,4}$"
)
IN_SHELLING = Context(rf"{whole(SHELLING)} (?:the |town of |city of )?$")
IS_SHELLED = Context(rf"^(?:,? (?:and|та|і|и) [\w'’ -]+)? (?:was |were |is |are )?{whole(SHELLED)}")
KINDS_OF_BODY = (
    r"(?:national|state|regional|central|city|district|memorial|military|medical|technical|pedagogical|"
    r"polytechnic|international|agrarian|children's|clinical)"
)
FROM = r"(?:of|on|from|aboard|at|in|with|з|із|с|из|на)"
PLACED_AFTER = Context(
    rf"^(?:'s)?[\s»\"”'(-]*(?:[ivx]+ |the great |і |\d+(?:st|nd|rd|th) |(?:{BEFORE_PLACE}|"
    rf"{KINDS_OF_BODY}) )*{whole(PLACED)}"
    rf"(?! (?:was|were) (?:killed|captured))|^ (?!{HARM})[a-z]+ (?:ship|vessel|frigate|corvette|boat)\b|"
    rf"^[»\"”]?(?:,| \() ?(?:(?!{FROM}\b)[\w'-]+ ){{0,2}}{whole(SHIP)}"
)
# "X, Y and Z districts"
LISTED_PLACES = Context(
    r"^(?:, [\w'-]+)*,? (?:and|та|й|і|и) [\w'-]+ (?:[–—-] )?(?:districts|streets|villages|towns|"
    r"settlements|areas|"
    r"райони|районы|села|вулиці|улицы)\b"
)
