"""Do no harm: what would identify a person is refused and not repeated.

`identifying` holds what points at somebody without a name; `reading` writes a text so that its capitals
tell; `mentions` reads whether a name's bearer was harmed, speaks, or gave a name to a place, by the contexts
and the modules of words, and `weighing` adds up what is not stated outright; `candidates` finds the few
texts worth reading; `gate` refuses and asks; `withholding` keeps names out of every other refusal.
"""
