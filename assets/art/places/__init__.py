"""The places, each in its own file."""

from itertools import chain

from art.places import bedroom

PLACES = (bedroom,)


def sprites():
    return chain.from_iterable(place.sprites() for place in PLACES)
