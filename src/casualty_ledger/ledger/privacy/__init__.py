"""Do no harm: what would identify a person is refused and not repeated.

`identifying` holds what points at somebody without a name; `mentions` reads whether a name's bearer was
harmed, speaks, or gave a name to a place, by the words of `person_words`; `candidates` finds the few texts
worth reading; `gate` refuses and asks; `withholding` keeps names out of every other refusal.
"""
