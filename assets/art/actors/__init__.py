"""The cast, in the order of the lists."""

from art.actors import amina, kofi, luz, sango

CAST = [person.ACTOR for person in (amina, kofi, luz, sango)]
