"""The cast, in the order of the lists."""

from art.actors import amina, kiko, kim, kofi, luz, mama, sango, yoko

CAST = [person.ACTOR for person in (amina, kiko, kim, kofi, luz, mama, sango, yoko)]
