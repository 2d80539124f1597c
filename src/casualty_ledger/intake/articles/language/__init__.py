"""The language of a text: sentences of tokens, dictionary forms of words, word lists."""
