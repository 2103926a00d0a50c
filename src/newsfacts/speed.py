"""Makes spaCy's attribute ruler fast without changing what it does: tokens alike in tag, word and dependency get what the first such token got.

The ruler of the English models matches some 180 patterns at every token. Nearly all of them look at one token, and only at its tag, its lower-case word and
its dependency label: their effect is a function of these three, and of the word only where a pattern names it. What is remembered is what spaCy's own
matcher found, so that no pattern is read anew here. Patterns of two tokens ("let's", "gonna", "there is") are matched where their first token fits.
"""
from __future__ import annotations

import re
from typing import Any, NamedTuple, cast

from spacy import about
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

NAME = "attribute_ruler"
TESTED = "3.8."
"""The versions of spaCy whose components the fast ones were compared with."""
CONDITIONS = frozenset(("TAG", "LOWER", "DEP", "IS_SPACE"))
OPERATORS = frozenset(("IN", "NOT_IN", "REGEX"))
EFFECTS = frozenset(("TAG", "POS", "MORPH", "LEMMA", "DEP"))
WORDS_KEPT = 50_000
OTHER, SPACE = 0, 1
"""Classes of words that no pattern names; a named word is its own class, by its hash."""
PROBE = """They're sure that let's isn't what we've said: y'all ain't gonna do it, and he hadn't gotta go.

There is the one who has had them, but not I; it was 5% of $3 (more or less) that "those" themselves did have to be given. C'm on!
Nothin' that she'd been doing was better than his, nor will mine be the best. Who were you with, whose is this, and which did all of us see?
"""
Key = tuple[int, int, int]


class Effect(NamedTuple):
    """What a kind of token gets: the numbers of its one-token patterns, their attributes, and whether a pattern of two tokens may begin at it."""

    patterns: tuple[int, ...]
    attributes: dict[int, Any]
    opens: bool


class RememberingRuler(AttributeRuler):
    """spaCy's attribute ruler, which looks at each kind of token once; on disk, in bytes and in the config it is the stock ruler."""

    def __init__(self, stock: AttributeRuler) -> None:
        super().__init__(stock.vocab, stock.name, validate=stock.validate, scorer=stock.scorer)
        self.forget()
        self.add_patterns(stock.patterns)
        self.prepare()

    def clear(self) -> None:
        """Drops all patterns."""
        super().clear()
        self.forget()

    def add(self, patterns: Any, attrs: dict[Any, Any], index: int = 0) -> None:
        """Adds patterns as the stock ruler does; what was remembered is void."""
        super().add(patterns, attrs, index)
        self.forget()

    def forget(self) -> None:
        """Empties the memory."""
        self.effects: dict[Key, Effect] = {}
        self.classes: dict[int, int] = {}
        self.prepared = False

    def prepare(self) -> None:
        """Gathers what the memory is keyed by: the words and forms of words that patterns name, and the first tokens of patterns of two."""
        patterns = sequences(self.patterns)
        words, forms = named(patterns)
        self.words = words
        self.forms = [re.compile(form) for form in sorted(forms)]
        self.first = Matcher(self.vocab)
        self.first.add("first", [pattern[:1] for pattern in patterns if len(pattern) == 2] or [[{"TAG": "no tag"}]])
        self.known, self.prepared = understood(self.patterns), True

    def __call__(self, doc: Doc) -> Doc:
        """Sets the attributes of all tokens."""
        if not self.prepared:
            self.prepare()
        if not self.known:
            return super().__call__(doc)
        try:
            self.apply(doc)
            return doc
        except Exception as error:
            return cast(Doc, self.get_error_handler()(self.name, self, [doc], error))

    def apply(self, doc: Doc) -> None:
        """Matches all tokens, then sets the attributes of all, as the stock ruler does."""
        effects = self.effects_of(doc)
        pairs = self.pairs(doc, effects)
        for token, effect in zip(doc, effects, strict=True):
            if effect.attributes:
                set_token_attrs(token, effect.attributes)
        for place, numbers in pairs.items():
            set_token_attrs(doc[place], self.attributes((*effects[place].patterns, *numbers)))

    def effects_of(self, doc: Doc) -> list[Effect]:
        """The effect on each token, learnt where its kind is new."""
        found = []
        for place, (tag, lower, dep) in enumerate(doc.to_array(["TAG", "LOWER", "DEP"]).tolist()):
            kind = self.classes.get(lower)
            key = (tag, self.classify(doc, place, lower) if kind is None else kind, dep)
            found.append(self.effects.get(key) or self.learn(doc, place, key))
        return found

    def classify(self, doc: Doc, place: int, lower: int) -> int:
        """The class of a word: itself where a pattern names it or a form that it has."""
        if len(self.classes) >= WORDS_KEPT:
            self.classes.clear()
        word = doc[place].lower_
        own = word in self.words or any(form.search(word) for form in self.forms)
        kind = self.classes[lower] = lower if own else SPACE if doc[place].is_space else OTHER
        return kind

    def learn(self, doc: Doc, place: int, key: Key) -> Effect:
        """Lets spaCy's matcher look at one token, and remembers what it finds."""
        alone = doc[place:place + 1]
        numbers = tuple(sorted(int(self.vocab.strings[found]) for found, _, _ in self.matcher(alone, allow_missing=True)))
        effect = self.effects[key] = Effect(numbers, self.attributes(numbers), bool(self.first(alone, allow_missing=True)))
        return effect

    def pairs(self, doc: Doc, effects: list[Effect]) -> dict[int, list[int]]:
        """The tokens that patterns of two change, with the patterns' numbers."""
        found: dict[int, list[int]] = {}
        for place, effect in enumerate(effects[:-1]):
            if effect.opens:
                for label, start, end in self.matcher(doc[place:place + 2], allow_missing=True):
                    number = int(self.vocab.strings[label])
                    if end - start == 2:
                        found.setdefault(place + self.indices[number] % 2, []).append(number)
        return found

    def attributes(self, numbers: tuple[int, ...]) -> dict[int, Any]:
        """The attributes that patterns set together: of two values that of the later pattern stays."""
        return {name: value for number in sorted(numbers) for name, value in self.attrs[number].items()}


def sequences(patterns: list[Any]) -> list[list[dict[Any, Any]]]:
    """The token patterns of a ruler's entries."""
    return [pattern for entry in patterns for pattern in entry["patterns"]]


def named(patterns: list[list[dict[Any, Any]]]) -> tuple[set[str], set[str]]:
    """The words that patterns name, and their regular expressions for words."""
    conditions = [token["LOWER"] for pattern in patterns for token in pattern if "LOWER" in token]
    lists = [words for one in conditions if isinstance(one, dict) for name, words in one.items() if name != "REGEX"]
    words = {one for one in conditions if isinstance(one, str)} | {word for several in lists for word in several}
    return words, {one["REGEX"] for one in conditions if isinstance(one, dict) and "REGEX" in one}


def understood(patterns: list[Any]) -> bool:
    """Whether patterns have one or two tokens, look only at tag, lower-case word, dependency and white space, and set only what the parser and tagger set."""
    fit = all(len(pattern) in (1, 2) and all(map(plain, pattern)) for pattern in sequences(patterns))
    return bool(patterns) and fit and all(set(entry["attrs"]) <= EFFECTS and -len(pattern) <= entry["index"] < len(pattern)
                                          for entry in patterns for pattern in entry["patterns"])


def plain(token: dict[Any, Any]) -> bool:
    """Whether a pattern's token keeps to the conditions and operators of which the effect is a function of the memory's key."""
    told = all(isinstance(value, (str, bool)) or (isinstance(value, dict) and set(value) <= OPERATORS) for value in token.values())
    return bool(token) and set(token) <= CONDITIONS and told


def quicken(nlp: Language) -> bool:
    """Puts the fast ruler in the stock one's place where spaCy's version is tested, the patterns are understood and a probe text comes out the same.

    False where the stock ruler stays.
    """
    stock = nlp.get_pipe(NAME) if NAME in nlp.pipe_names else None
    if not about.__version__.startswith(TESTED) or type(stock) is not AttributeRuler or not understood(stock.patterns):
        return False
    fast = RememberingRuler(stock)
    if not agree(nlp, stock, fast):
        return False
    nlp._components[nlp.component_names.index(NAME)] = (NAME, fast)
    return True


def ahead(nlp: Language, component: str, text: str) -> Doc:
    """A text as it comes to a component: made into a Doc, with the components before that one run."""
    doc = nlp.make_doc(text)
    for name, pipe in nlp.pipeline:
        if name == component:
            break
        doc = pipe(doc)
    return doc


def agree(nlp: Language, stock: AttributeRuler, fast: RememberingRuler) -> bool:
    """Whether both rulers, behind the components before them, set the same on the probe text, also the second time, from memory."""
    doc = ahead(nlp, NAME, PROBE)
    once, again = doc.copy(), doc.copy()
    return bool(told(stock(doc)) == told(fast(once)) == told(fast(again)))


def told(doc: Doc) -> list[tuple[Any, ...]]:
    """What a ruler may have set, by token."""
    return [(token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_) for token in doc]
