"""Traps of status: what verbs and nouns are told as, and by which words."""
from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Token

from newsfacts.components.status import status_of, status_of_deed


def told(nlp: Language, text: str, word: str) -> str:
    """The status of the first token that reads as a word."""
    return status_of(find(nlp, text, word))[0]


def find(nlp: Language, text: str, word: str) -> Token:
    """The first token that reads as a word."""
    return next(token for token in nlp(text) if token.text == word)


NEGATED = [
    ("The plan to open a second school was put off.", "open"),
    ("The plan to open a second school was cancelled.", "open"),
    ("The team did not train any teachers.", "train"),
    ("No one was treated on Sunday.", "treated"),
    ("No patient was treated on Sunday.", "treated"),
    ("None of the nurses were trained.", "trained"),
    ("Nobody signed the agreement.", "signed"),
    ("The project would have received 40 microscopes.", "received"),
    ("The clinic failed to open in March.", "open"),
    ("The company refused to deliver the pumps.", "deliver"),
    ("The centre will not be built.", "built"),
    ("The agreement was never signed.", "signed"),
    ("The ministry denied that it had bought the vehicles.", "bought"),
    ("The donor withdrew without paying the grant.", "paying"),
    ("The council decided not to open a second school.", "open"),
    ("The board chose not to send observers.", "send"),
    ("The committee has neither signed nor funded the plan.", "signed"),
    ("They were unable to vaccinate the children.", "vaccinate"),
    ("The firm stopped supplying the hospital.", "supplying"),
    ("Neither boat was delivered.", "delivered"),
    ("The trainers didn’t reach the island.", "reach"),
    ("The vehicles had not been delivered and handed over.", "handed"),
]

PLANNED = [
    ("The unit will be able to treat 48 people.", "treat"),
    ("The two clubs have partnered to build a library.", "build"),
    ("The prize challenged pupils to build a raft.", "build"),
    ("The team will co-design a course on seeds.", "design"),
    ("The old mill will not be torn down but become a school.", "become"),
    ("It is expected that 300 boats will be inspected and 90 repairs performed.", "performed"),
    ("The ministry will train 60 nurses.", "train"),
    ("The ministry plans to train 60 nurses.", "train"),
    ("The ministry plans to have trained 60 nurses by June.", "trained"),
    ("The ministry is planning to train 60 nurses.", "train"),
    ("The clinic is expected to open in March.", "open"),
    ("The clinic is to be opened in March.", "opened"),
    ("The clinic has yet to open.", "open"),
    ("The clinic is yet to be opened.", "opened"),
    ("The clinic is due to open in March.", "open"),
    ("The clinic is going to open in March.", "open"),
    ("The clinic is about to open.", "open"),
    ("The society hopes to build a library.", "build"),
    ("The society aims to build a library.", "build"),
    ("The society said it would build a library.", "build"),
    ("The society will buy, equip and hand over two boats.", "equip"),
    ("The boats that will be delivered in May are new.", "delivered"),
    ("The society has plans to build a library.", "build"),
    ("The society is committed to training 60 nurses.", "training"),
    ("The society intends to build a library and train its staff.", "train"),
    ("The parties agreed to establish a joint school.", "establish"),
    ("The clinic, to be opened in March, has 40 beds.", "opened"),
    ("A clinic with 40 beds will open its doors in March.", "open"),
    ("Society to build library in Lusaka", "build"),
    ("New clinic to be opened in March", "opened"),
    ("The firm signed a contract to supply 14 pumps.", "supply"),
    ("The society would like to build a library.", "build"),
]

POSSIBLE = [
    ("It is possible that ten engineers will train at the camp.", "train"),
    ("It is likely that the society will buy a boat.", "buy"),
    ("The society may send two engineers.", "send"),
    ("The society might send two engineers.", "send"),
    ("The society could send two engineers if funds allow.", "send"),
    ("The society has offered to send two engineers.", "send"),
    ("The society offered to send two engineers.", "send"),
    ("The society is likely to send two engineers.", "send"),
    ("The society is considering sending two engineers.", "sending"),
    ("The society will send two engineers if funds allow.", "send"),
    ("If funds allow, the society will send two engineers.", "send"),
    ("Perhaps the society sent two engineers.", "sent"),
    ("The society asked the ministry to send two engineers.", "send"),
    ("The society invited proposals to possibly fund two wells.", "fund"),
    ("The clinic may be opened in March.", "opened"),
]

ACTUAL = [
    ("The nurses were able to treat 48 people.", "treat"),
    ("The two clubs partnered in training 60 nurses.", "training"),
    ("The team trained 60 nurses.", "trained"),
    ("The team has trained 60 nurses.", "trained"),
    ("The team not only trained 60 nurses but also built a well.", "trained"),
    ("The team not only trained 60 nurses but also built a well.", "built"),
    ("The team trained no fewer than 60 nurses.", "trained"),
    ("The mobile clinic received 90 patients and performed no fewer than 37 eye operations.", "performed"),
    ("The team trained not less than 60 nurses.", "trained"),
    ("The grant made it possible to train 60 nurses.", "train"),
    ("The team managed to train 60 nurses.", "train"),
    ("The team helped to train 60 nurses.", "train"),
    ("The team succeeded in training 60 nurses.", "training"),
    ("The ministry said that 60 nurses were trained.", "trained"),
    ("The ministry did not deny that 60 nurses were trained.", "trained"),
    ("The nurses who were trained in May will start work soon.", "trained"),
    ("The clinic, which opened in May, will treat 300 people.", "opened"),
    ("The team began to treat people on Monday.", "treat"),
    ("The team is treating 30 people a day.", "treating"),
    ("The team continues to train nurses.", "train"),
    ("The workshop was held to train 60 nurses.", "train"),
    ("The nurses, trained by the society, will go home.", "trained"),
    ("The mayor opened the clinic and will return in June.", "opened"),
    ("The mayor hopes for peace and opened the clinic.", "opened"),
    ("The society treated 300 people, although it had planned for 400.", "treated"),
    ("The village has no road, but 300 people were treated.", "treated"),
]

NOUNS = [
    ("The mayor announced the delegation for the Trade Mission to Ghana.", "Mission", "planned"),
    ("A seminar foreseen for 15 May was called off.", "seminar", "cancelled"),
    ("The seminar was postponed to a later date.", "seminar", "cancelled"),
    ("The minister announced a seminar in Gulu.", "seminar", "planned"),
    ("The agreement foresees a seminar in Gulu.", "seminar", "planned"),
    ("They will act on the pledge made at the seminar.", "seminar", "actual"),
    ("The seminar was called off.", "seminar", "cancelled"),
    ("The seminar had been planned but fell through.", "seminar", "cancelled"),
    ("The seminar was cancelled because of the storm.", "seminar", "cancelled"),
    ("The society cancelled the seminar.", "seminar", "cancelled"),
    ("The seminar did not take place.", "seminar", "cancelled"),
    ("The seminar was not held.", "seminar", "cancelled"),
    ("The seminar was postponed to June.", "seminar", "planned"),
    ("The seminar was not cancelled.", "seminar", "actual"),
    ("The seminar will be held in June.", "seminar", "planned"),
    ("The seminar is set to begin on Monday.", "seminar", "planned"),
    ("The seminar is scheduled for June.", "seminar", "planned"),
    ("The society plans a seminar in June.", "seminar", "planned"),
    ("The society is seeking a partner for the upcoming seminar.", "seminar", "planned"),
    ("Plans for a seminar were shown.", "seminar", "planned"),
    ("The yet-to-be-opened centre has a pool.", "pool", "actual"),
    ("The society may hold a seminar.", "seminar", "possible"),
    ("The seminar was held in June.", "seminar", "actual"),
    ("The society held a seminar in June.", "seminar", "actual"),
    ("No seminar was held.", "seminar", "cancelled"),
    ("After the seminar, the group will travel to Gulu.", "seminar", "actual"),
    ("The group will build on the previous seminar.", "seminar", "actual"),
    ("The group did not attend the seminar.", "seminar", "actual"),
    ("The strike ended ahead of the seminar.", "seminar", "planned"),
]


def cases(status: str, rows: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Rows with their status."""
    return [(text, word, status) for text, word in rows]


VERBS = [*cases("negated", NEGATED), *cases("planned", PLANNED), *cases("possible", POSSIBLE), *cases("actual", ACTUAL)]


@pytest.mark.parametrize(("text", "word", "status"), [*VERBS, *NOUNS])
def test_status(nlp: Language, text: str, word: str, status: str) -> None:
    assert told(nlp, text, word) == status


@pytest.mark.parametrize(("text", "trigger", "theme", "status"), [
    ("The society offered 20 scholarships.", "offered", "scholarships", "possible"),
    ("The society promised the village a boat.", "promised", "boat", "planned"),
    ("The society expects 300 guests.", "expects", "guests", "planned"),
    ("The society lost 20 boats.", "lost", "boats", "negated"),
    ("No teacher trained the 20 cooks.", "trained", "cooks", "negated"),
    ("The 20 cooks, of whom no one smokes, were trained in May.", "trained", "cooks", "actual"),
    ("The court blocked the donation of 20 boats.", "donation", "boats", "negated"),
    ("The donation of 20 boats will help the village.", "donation", "boats", "actual"),
    ("The donation of 20 boats will take place in June.", "donation", "boats", "planned"),
    ("The society delivered 20 boats.", "delivered", "boats", "actual"),
    ("The society has no boats and 20 rafts.", "has", "rafts", "actual"),
    ("The society has no boats or rafts.", "has", "rafts", "negated"),
    ("The society announced a donation of 20 boats.", "donation", "boats", "actual"),
    ("A second hub proposed for Lima has been dropped.", "proposed", "hub", "negated"),
    ("A second hub proposed for Lima has not been dropped.", "proposed", "hub", "possible"),
])
def test_status_of_a_deed(nlp: Language, text: str, trigger: str, theme: str, status: str) -> None:
    doc = nlp(text)
    named = {token.text: token for token in doc}
    assert status_of_deed(named[trigger], named[theme])[0] == status


@pytest.mark.parametrize(("text", "word", "cue"), [
    ("The ministry will train 60 nurses.", "train", "will"),
    ("The ministry hopes to train 60 nurses.", "train", "hopes"),
    ("The team did not train any teachers.", "train", "not"),
    ("The society may send two engineers.", "send", "may"),
])
def test_the_cue_is_named(nlp: Language, text: str, word: str, cue: str) -> None:
    found = status_of(find(nlp, text, word))[1]
    assert found is not None
    assert found.text == cue


def test_lists_follow_their_lead_in(nlp: Language) -> None:
    from newsfacts.components.layout import layout

    text = "The project will:\n\n- train 60 nurses, whose work starts in May;\n- build two wells; and\n- set up a school.\n\nLast year 300 people were treated."
    doc = layout(nlp.make_doc(text))
    for _, part in nlp.pipeline:
        doc = part(doc)
    named = {token.text: token for token in doc}
    assert status_of(named["train"])[0] == "planned"
    assert status_of(named["build"])[0] == "planned"
    assert status_of(named["set"])[0] == "planned"
    assert status_of(named["treated"])[0] == "actual"
