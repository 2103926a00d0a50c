"""Tells who did a deed: the body, person, country or event behind a noun phrase, a pronoun, a list or a text that speaks as "we"."""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token

from newsfacts.assemble.authors import FIRST as FIRST
from newsfacts.assemble.authors import author as author
from newsfacts.assemble.authors import speaks as speaks
from newsfacts.assemble.cluster import Entity, head_word
from newsfacts.assemble.reference import Entities
from newsfacts.assemble.stand_ins import first_named, holder_behind, standing_in
from newsfacts.components.attach import preposition
from newsfacts.components.mention import Tokens, mentions, value_of
from newsfacts.components.nouns import is_a, members

if TYPE_CHECKING:
    from newsfacts.assemble.happening import Happening

KINDS = ("organisation", "person", "country", "place")
DEFINITE = ("the", "this", "that", "our")
CLAUSES = 4
"""Clauses above "it" in which somebody is looked for who says so."""
FAR = 3
"""Sentences back in which "it" and "they" look for what they stand for."""
LISTED = ("item",)
OPENING = 30
"""Tokens at the head of a text in which a dateline stands."""
DASHES = ("–", "—", "-", "--", ".-", "―", ":")


def doer(doc: Doc, tokens: Tokens, entities: Entities, at: dict[int, Happening]) -> tuple[Entity | Happening | None, Happening | None]:
    """Who a stretch stands for, and the event that it tells of where it does: an unnamed event did nothing by itself, its organiser did."""
    root = doc[tokens[0]:tokens[1]].root
    happening = at.get(root.i)
    if happening is not None:
        return (happening if happening.name else None), happening
    if root.lower_ in FIRST:
        return author(entities), None
    found = entities.named(tokens)
    if found is None:
        holder = holder_behind(entities, root) if root.lower_ in members("office") else None
        found = before(entities, root) if root.pos_ == "PRON" else holder or within(entities, root) or standing_in(entities, root)
    elif found.kind == "organisation":
        found = first_named(entities, tokens, found)
    elif found.kind == "place" and dateline(root):
        found = beside(entities, root)
    return (None if found is None or (found.kind == "place" and found.type not in ("city", "region")) else found), None


def before(entities: Entities, pronoun: Token) -> Entity | None:
    """What a pronoun stands for: "he" and "she" the last person told as a subject, "it" and "they" the last body, else in a sentence further back."""
    word = pronoun.lower_
    if word not in ("it", "they", "he", "she", "his", "her", "which", "who", "its", "their"):
        return None
    if word in ("he", "she", "his", "her"):
        return last_subject(entities, pronoun, "person")
    return spoken_of(entities, pronoun) or last_subject(entities, pronoun, "organisation")


def spoken_of(entities: Entities, pronoun: Token) -> Entity | None:
    """The body of the person who says what "it" did: "Ana Lopez, head of the Reed Fund, said it had built a school"."""
    verb = pronoun.head
    for _ in range(CLAUSES):
        if verb.dep_ not in ("ccomp", "conj", "xcomp", "advcl") or pronoun.dep_ != "nsubj" or pronoun.lower_ != "it":
            return None
        told, verb = verb, verb.head
        if told.dep_ == "ccomp":
            speaker = next((child for child in verb.children if child.dep_ == "nsubj"), None)
            person = None if speaker is None else entities.at_token.get(("person", speaker.i))
            return None if person is None else post(entities.doc, person, entities)
    return None


def described(entities: Entities, noun: Token) -> Entity | None:
    """The body that a noun with a clause behind it describes: "Reed House, a hostel founded in 1991", "Reed House is a hostel founded in 1991"."""
    if not any(child.dep_ in ("acl", "relcl") for child in noun.children):
        return None
    named = noun.head if noun.dep_ == "appos" else None
    if noun.dep_ == "attr":
        named = next((child for child in noun.head.children if child.dep_ == "nsubj"), None)
    return None if named is None else entities.at_token.get(("organisation", named.i))


def last_subject(entities: Entities, token: Token, kind: str) -> Entity | None:
    """The entity of a kind that was a subject last before a token, a few sentences back at most."""
    sentence = token.sent
    found = subject_in(entities, entities.doc[sentence.start:token.i], kind)
    for _ in range(FAR):
        if found is not None or sentence.start == 0:
            break
        sentence = entities.doc[sentence.start - 1].sent
        found = subject_in(entities, sentence, kind)
    return found


def subject_in(entities: Entities, span: Span, kind: str) -> Entity | None:
    """The entity of a kind that is the subject in a stretch, else the first one outside a prepositional phrase."""
    told = [(word, entities.at_token[kind, word.i]) for word in span if (kind, word.i) in entities.at_token and not (word.i < OPENING and dateline(word))]
    subject = next((one for word, one in told if word.dep_ in ("nsubj", "nsubjpass")), None)
    free = (one for word, one in told if word.dep_ not in ("pobj", "compound", "poss") and not preposition(entities.doc[word.left_edge.i:word.i + 1]))
    return subject or next(free, None)


def within(entities: Entities, root: Token) -> Entity | None:
    """The body or country that a general noun belongs to: named beside it ("the airline X"), its possessor ("our teams"),
    after "of" or "from" ("the surgeons of X"), or for the state by an adjective ("Nigerian authorities") or told before ("the country")."""
    if root.dep_ == "attr":
        subject = next((child for child in root.head.children if child.dep_ == "nsubj"), None)
        return None if subject is None else entities.at_token.get(("organisation", subject.i))
    if root.dep_ == "appos" and not any(child.lower_ in DEFINITE for child in root.children) and ("organisation", root.head.i) in entities.at_token:
        return entities.at_token["organisation", root.head.i]
    for token in (*beside_tokens(root), *owners(root)):
        if found := entities.at_token.get(("organisation", token.i)) or possessor(entities, token, root):
            return found
    if (known := body_before(entities, root) or first_of_two(entities, root)) is not None:
        return known
    if root.lower_ not in members("stately"):
        return None
    for token in owners(root):
        found = entities.at_token.get(("country", token.i))
        if found is not None and preposition(root.doc[token.i:token.i + 1]) != "from":
            return found
    return country_before(entities, root) if root.lower_ in ("country", "government", "state", "nation") else None


def body_before(entities: Entities, root: Token) -> Entity | None:
    """The body that "the dispensary", "the company" or "the team" stands for: the one named last before whose name has that word, else, where the word
    fits any body, the subject told last."""
    if not any(child.lower_ in DEFINITE and child.dep_ in ("det", "poss") for child in root.children):
        return None
    word, known = root.lower_, root.lower_ in members("standing_for_body")
    told = [(span.start, place) for place, one in enumerate(entities.organisations) if (word in one.key.split() if known else is_kind(root, one))
            for span in (*one.spans, *one.acronym_spans) if span.end <= root.i]
    if told:
        return entities.organisations[max(told)[1]]
    return last_subject(entities, root, "organisation") if root.lower_ in members("any_body") else None


def first_of_two(entities: Entities, root: Token) -> Entity | None:
    """The first of the two bodies that "the two libraries" are: those named before whose names have the noun, where there are two and no more."""
    if root.tag_ != "NNS" or not any(child.lower_ in ("two", "both") for child in root.children):
        return None
    word = root.lemma_.lower()
    told = [(min(span.start for span in (*one.spans, *one.acronym_spans)), place) for place, one in enumerate(entities.organisations)
            if word in one.key.split() and (*one.spans, *one.acronym_spans)]
    before = [place for start, place in sorted(told) if start < root.i]
    return entities.organisations[before[0]] if len(before) == 2 else None


def is_kind(root: Token, one: Entity) -> bool:
    """Whether a noun is what a body is by its name ("the workshop" of "Harbour Workshop"), or the word in capitals that its name begins or ends with."""
    word, words = root.lower_, one.key.split()
    return len(words) > 1 and (word == head_word(one.key) or (root.text[0].isupper() and word in (words[0], words[-1])))


def possessor(entities: Entities, token: Token, root: Token) -> Entity | None:
    """Whose something is by a pronoun: "our" is the author's, "its" and "their" the last body's, "his" and "her" that of the person's post,
    "whose" the antecedent's."""
    if token.dep_ != "poss":
        return None
    if token.lower_ == "our":
        return author(entities)
    if token.lower_ in ("its", "their"):
        return before(entities, token)
    if token.lower_ in ("his", "her"):
        person = before(entities, token)
        return None if person is None else post(entities.doc, person, entities)
    if token.lower_ == "whose":
        clause = root.head if root.head.dep_ == "relcl" else root
        return entities.at_token.get(("organisation", clause.head.i))
    return None


def country_before(entities: Entities, root: Token) -> Entity | None:
    """The country told last before "the country", "the government"."""
    told = [(span.start, place) for place, one in enumerate(entities.countries) for span in one.spans if span.end <= root.i]
    return entities.countries[max(told)[1]] if told else None


def beside_tokens(root: Token) -> Iterator[Token]:
    """What stands right behind a noun as its name, in apposition, or names it from the front as a body."""
    following = root.doc[root.i + 1] if root.i + 1 < len(root.doc) else None
    if following is not None and following.pos_ == "PROPN" and following.sent == root.sent:
        yield following
    for child in root.children:
        if child.dep_ == "appos":
            yield child


def owners(root: Token) -> Iterator[Token]:
    """Whose something is: possessor, "of …", "from …", compound or adjective, in this order."""
    children = list(root.children)
    yield from (child for child in children if child.dep_ == "poss")
    for child in children:
        if child.dep_ == "prep" and (child.lower_ in ("of", "from") or (child.lower_ == "at" and is_a(root, "person"))):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner
                    yield from (each for each in inner.children if each.dep_ == "poss")
    yield from (child for child in children if child.dep_ in ("compound", "nmod", "amod"))


def dateline(root: Token) -> bool:
    """Whether a place opens its sentence as a dateline does: a dash, or a bracket with an agency's name, follows before any verb."""
    if root.i - root.sent.start > 8:
        return False
    for token in root.doc[root.i + 1:root.i + 20]:
        if token.text in DASHES:
            return True
        if token.pos_ in ("VERB", "AUX"):
            return False
    return False


def beside(entities: Entities, root: Token) -> Entity | None:
    """The body, or the country of the authorities, told right after a dateline that the parser took for the subject."""
    dash = next((token.i for token in root.doc[root.i + 1:root.i + 20] if token.text in DASHES), root.i)
    ahead = range(dash + 1, min(dash + 9, len(root.doc)))
    found = next((entities.at_token["organisation", place] for place in ahead if ("organisation", place) in entities.at_token), None)
    if found is None and any(root.doc[place].lower_ in members("stately") for place in ahead):
        found = next((entities.at_token["country", place] for place in ahead if ("country", place) in entities.at_token), None)
    return found


def lead_in(doc: Doc, span: Span) -> Span | None:
    """The block above a list that its items hang from."""
    blocks = mentions(doc, "layout")
    place = next((place for place, block in enumerate(blocks) if block.start <= span.start < block.end), None)
    if place is None or value_of(blocks[place]).kind not in LISTED:
        return None
    while place > 0 and value_of(blocks[place]).kind in LISTED:
        place -= 1
    above = blocks[place]
    return None if value_of(above).kind in LISTED else above


def lead_doer(entities: Entities, above: Span) -> Entity | None:
    """Who the lead-in of a list tells of: the subject of its last sentence, "we", or a pronoun's antecedent."""
    sentence = above[-1].sent
    subject = next((token for token in sentence.root.children if token.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return None
    if subject.lower_ in FIRST:
        return author(entities)
    if subject.pos_ == "PRON":
        return before(entities, subject)
    return entities.named((subject.left_edge.i, subject.i + 1), ("organisation", "country")) or within(entities, subject)


def post(doc: Doc, person: Entity, entities: Entities) -> Entity | None:
    """The body or country that a person holds a post in, by the first role that the text gives."""
    places = {place for span in person.spans for place in range(span.start, span.end)}
    for span in mentions(doc, "roles"):
        value = value_of(span)
        if value.organisation and any(holder[0] in places for holder in value.people):
            found = entities.named(value.organisation, ("organisation", "country"))
            if found is not None:
                return found
    return None
