"""Makes spaCy's English lemmatiser fast without changing what it does: words alike in form, part of speech and morphology get the lemma of the first such word.

By its own memory spaCy's lemmatiser takes the lemma for a function of these three (`Lemmatizer.rule_lemmatize`); but it looks at each singular noun,
infinitive and name anew.
"""
from __future__ import annotations

from typing import cast

from spacy import about
from spacy.errors import Errors
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc, Token

NAME = "lemmatizer"
TESTED = "3.8."
"""The versions of spaCy whose lemmatiser this was compared with."""
KEPT = 100_000
"""Lemmas kept before the memory starts anew."""


class RememberingLemmatizer(EnglishLemmatizer):
    """spaCy's English lemmatiser by rules, asked once for each kind of word; it is written to disk and bytes as the stock one."""

    def __init__(self, stock: EnglishLemmatizer) -> None:
        super().__init__(stock.vocab, stock.model, stock.name, mode=stock.mode, overwrite=stock.overwrite, scorer=stock.scorer)
        self.lookups: Lookups = stock.lookups
        self._validated = stock._validated
        self.lemmas: dict[tuple[int, ...], str] = {}
        self.source = self.lookups

    def __call__(self, doc: Doc) -> Doc:
        """Sets the lemmas of all words that have none."""
        if self.source is not self.lookups or len(self.lemmas) > KEPT:
            self.source = self.lookups
            self.lemmas.clear()
        if not self._validated:
            self._validate_tables(Errors.E1004)
        try:
            for token, (orth, pos, morph, lemma) in zip(doc, doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"]).tolist(), strict=True):
                if self.overwrite or lemma == 0:
                    token.lemma_ = self.lemmas.get((orth, pos, morph)) or self.learn(token, (orth, pos, morph))
            return doc
        except Exception as error:
            return cast(Doc, self.get_error_handler()(self.name, self, [doc], error))

    def learn(self, token: Token, kind: tuple[int, int, int]) -> str:
        """The stock lemmatiser's lemma, remembered where the word has a part of speech."""
        lemma = self.lemmatize(token)[0]
        if kind[1]:
            self.lemmas[kind] = lemma
        return lemma


def quicken(nlp: Language) -> bool:
    """Puts the fast lemmatiser in the stock one's place where spaCy's version is tested and it goes by rules; tells whether."""
    stock = nlp.get_pipe(NAME) if NAME in nlp.pipe_names else None
    if not about.__version__.startswith(TESTED) or type(stock) is not EnglishLemmatizer or stock.mode != "rule":
        return False
    nlp._components[nlp.component_names.index(NAME)] = (NAME, RememberingLemmatizer(stock))
    return True
