"""Makes spaCy's entity recogniser fast without changing what it finds: all tokens are scored at once rather than state by state.

The recogniser of the English models is greedy, and its state has three features: the next token, the first token of the open entity, and the last token
read of it (spaCy, `_parser_internals/_state.pxd`). Outside an entity only the next token counts, so the best action at every token is one multiplication;
inside one, only two actions are valid, and all entities that may begin somewhere go on in step.
"""
from __future__ import annotations

from typing import Any, NamedTuple, cast

import numpy as np
import numpy.typing as npt
from spacy import about
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from newsfacts import speed

NAME = "ner"
NEVER = np.float32(-np.inf)
PROBE = """On 3 May 2022 Dr Ada Nwosu of the World Health Organization, who lives in Port Harcourt, trained 1,200 nurses in Kenya for $2.5 million.

Angela Merkel and the European Commission met in Berlin on Monday; \n two-thirds of the 40 Chinese doctors came from Xi'an University. The third won 15%."""
Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
Entity = tuple[int, int, str]


class Moves(NamedTuple):
    """The recogniser's actions by number: the letter of each (O, B, I, L, U), its label, and for each the numbers of "in" and "last" of its label."""

    letters: tuple[str, ...]
    labels: tuple[str, ...]
    going: Numbers
    last: Numbers


class Batch(NamedTuple):
    """The tokens of several Docs in one row: what each may do, and where its Doc ends."""

    space: npt.NDArray[np.bool_]
    closed: npt.NDArray[np.bool_]
    starts: list[int]


class EntitiesAtOnce(EntityRecognizer):  # type: ignore[misc]
    """spaCy's entity recogniser, which scores all tokens at once; on disk, in bytes and in the config it is the stock one."""

    def __init__(self, stock: EntityRecognizer) -> None:
        super().__init__(
            stock.vocab, stock.model, stock.name, stock.moves, update_with_oracle_cut_size=stock.cfg["update_with_oracle_cut_size"],
            beam_width=stock.cfg["beam_width"], beam_density=stock.cfg["beam_density"], beam_update_prob=stock.cfg["beam_update_prob"],
            multitasks=stock.cfg["multitasks"], incorrect_spans_key=stock.cfg["incorrect_spans_key"], scorer=stock.scorer,
        )
        self.cfg = dict(stock.cfg)

    def predict(self, docs: Any) -> Any:
        """The entities of Docs, as triples of first token, end and label; the stock recogniser's states where a Doc has entities already."""
        docs = [docs] if isinstance(docs, Doc) else list(docs)
        if not fits(self) or not any(len(doc) for doc in docs) or any(doc.has_annotation("ENT_IOB") for doc in docs):
            return super().predict(docs)
        return found(self, docs)

    def set_annotations(self, docs: Any, states_or_beams: Any) -> None:
        """Writes what `predict` found on the Docs."""
        if not (states_or_beams and isinstance(states_or_beams[0], list)):
            super().set_annotations(docs, states_or_beams)
            return
        for doc, entities in zip(docs, states_or_beams, strict=True):
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label in entities], default="outside")


def fits(pipe: EntityRecognizer) -> bool:
    """Whether a recogniser is of the kind that can be read at once: greedy, three features, maxout, a layer above, no label unseen."""
    model = pipe.model
    if pipe.cfg["beam_width"] != 1 or model.name != "parser_model" or not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        return False
    lower = model.get_ref("lower")
    return bool(lower.get_dim("nF") == 3 and lower.get_dim("nP") >= 2 and isinstance(lower.get_param("W"), np.ndarray))


def found(pipe: EntityRecognizer, docs: list[Doc]) -> list[list[Entity]]:
    """The entities of each Doc."""
    model, moves, batch = pipe.model, moves_of(pipe), batch_of(docs)
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    tokens = model.get_ref("tok2vec").predict(docs)
    cached = lower.predict(tokens)
    cached = cached.reshape(cached.shape[0], 3, -1)
    scorer = Scorer(model.ops, cached, lower.get_param("b").reshape(-1), int(lower.get_dim("nP")), upper.get_param("W"), upper.get_param("b"))
    best = outside(scorer, moves, batch)
    ends = inside(scorer, moves, batch, best)
    return walked(docs, batch, moves, best, ends)


def moves_of(pipe: EntityRecognizer) -> Moves:
    """The actions of a recogniser."""
    names = [cast(str, pipe.moves.get_class_name(number)) for number in range(pipe.moves.n_moves)]
    parts = [(name[0], name[2:]) for name in names]
    number = {part: place for place, part in enumerate(parts)}
    going = np.array([number.get(("I", label), -1) for _, label in parts], dtype=np.int64)
    last = np.array([number.get(("L", label), -1) for _, label in parts], dtype=np.int64)
    return Moves(tuple(letter for letter, _ in parts), tuple(label for _, label in parts), going, last)


def batch_of(docs: list[Doc]) -> Batch:
    """Which tokens are white space, and behind which no entity may go on: the last of a Doc or sentence."""
    starts, space, closed = [0], [], []
    for doc in docs:
        columns = doc.to_array(["IS_SPACE", "SENT_START"])
        starts.append(starts[-1] + len(doc))
        space.append(columns[:, 0] != 0)
        closed.append(np.append(columns[1:, 1] == 1, True)[:len(doc)])
    return Batch(np.concatenate(space), np.concatenate(closed), starts)


class Scorer:
    """Scores actions for states given by their three features; the sums run in the order of spaCy's own."""

    def __init__(self, ops: Any, cached: Floats, bias: Floats, pieces: int, weights: Floats, shift: Floats) -> None:
        self.ops, self.cached, self.bias, self.pieces, self.weights, self.shift = ops, cached, bias, pieces, weights, shift

    def scores(self, first: Floats, second: Floats, third: Floats) -> Floats:
        """The scores of all actions, one row a state."""
        summed = first + second
        summed += third
        summed += self.bias
        hidden = np.ascontiguousarray(summed.reshape(len(summed), -1, self.pieces).max(axis=2))
        return cast(Floats, self.ops.gemm(hidden, self.weights, trans2=True) + self.shift)

    def outside(self) -> Floats:
        """The scores at every token where no entity is open."""
        return self.scores(self.cached[1:, 0], self.cached[0, 1], self.cached[0, 2])

    def inside(self, places: Numbers, begins: Numbers) -> Floats:
        """The scores at tokens inside entities that begin at other tokens."""
        return self.scores(self.cached[places + 1, 0], self.cached[begins + 1, 1], self.cached[places, 2])


def outside(scorer: Scorer, moves: Moves, batch: Batch) -> Numbers:
    """The number of the best action at every token where no entity is open."""
    scores = scorer.outside()
    for number, (letter, label) in enumerate(zip(moves.letters, moves.labels, strict=True)):
        if letter not in "BUO" or (letter != "O" and not label):
            scores[:, number] = NEVER
    opening = np.array([letter == "B" for letter in moves.letters])
    entity = opening | np.array([letter == "U" for letter in moves.letters])
    scores[np.ix_(batch.space, entity)] = NEVER
    scores[np.ix_(batch.closed, opening)] = NEVER
    return cast(Numbers, scores.argmax(axis=1))


def inside(scorer: Scorer, moves: Moves, batch: Batch, best: Numbers) -> Numbers:
    """Where the entity that begins at a token ends, for tokens whose best action begins one; 0 elsewhere."""
    ends = np.zeros(len(best), dtype=np.int64)
    begins = np.flatnonzero(np.array([letter == "B" for letter in moves.letters])[best])
    places = begins + 1
    while len(begins):
        scores = scorer.inside(places, begins)
        rows, going, last = np.arange(len(begins)), moves.going[best[begins]], moves.last[best[begins]]
        more, less = scores[rows, going], scores[rows, last]
        goes_on = ((more > less) | ((more == less) & (going < last))) & ~batch.closed[places]
        ends[begins[~goes_on]] = places[~goes_on] + 1
        begins, places = begins[goes_on], places[goes_on] + 1
    return ends


def walked(docs: list[Doc], batch: Batch, moves: Moves, best: Numbers, ends: Numbers) -> list[list[Entity]]:
    """The entities of each Doc, left to right: what begins inside one is none."""
    entities: list[list[Entity]] = []
    acts = np.array([letter != "O" for letter in moves.letters])
    for start, stop in zip(batch.starts, batch.starts[1:], strict=False):
        entities.append([])
        free = start
        for place in (np.flatnonzero(acts[best[start:stop]]) + start).tolist():
            if place >= free:
                number = int(best[place])
                free = int(ends[place]) if moves.letters[number] == "B" else place + 1
                entities[-1].append((place - start, free - start, moves.labels[number]))
    return entities


def quicken(nlp: Language) -> bool:
    """Puts the fast recogniser in the stock one's place where spaCy's version is tested, the model is of the known kind and a probe text comes out the same.

    False where the stock recogniser stays.
    """
    stock: Any = nlp.get_pipe(NAME) if NAME in nlp.pipe_names else None
    if not about.__version__.startswith(speed.TESTED) or type(stock) is not EntityRecognizer or stock.postprocesses or not fits(stock):
        return False
    fast = EntitiesAtOnce(stock)
    if not agree(nlp, stock, fast):
        return False
    nlp._components[nlp.component_names.index(NAME)] = (NAME, fast)
    return True


def agree(nlp: Language, stock: EntityRecognizer, fast: EntitiesAtOnce) -> bool:
    """Whether both recognisers, behind the components before them, find the same in the probe text."""
    doc = speed.ahead(nlp, NAME, PROBE)
    other = doc.copy()
    return told(stock(doc)) == told(fast(other))


def told(doc: Doc) -> list[tuple[str, str]]:
    """What a recogniser may have set, by token."""
    return [(token.ent_iob_, token.ent_type_) for token in doc]
