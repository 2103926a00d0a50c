"""One file per kind of mention, each a spaCy component that proposes spans of that kind."""
