"""newsfacts: facts with evidence from program news."""
from newsfacts.model import (Article, Count, Country, Date, Duration, Event, Evidence, Facts, Finding, NewsfactsError, Organisation, Organiser, Outcome,
                             Participant, Partner, Person, Place, Ref, Role)
from newsfacts.pipeline import extract, load, pipe

__all__ = ["Article", "Count", "Country", "Date", "Duration", "Event", "Evidence", "Facts", "Finding", "NewsfactsError", "Organisation", "Organiser", "Outcome",
           "Participant", "Partner", "Person", "Place", "Ref", "Role", "extract", "load", "pipe"]
