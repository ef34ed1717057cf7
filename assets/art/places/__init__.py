"""The places, each in its own file."""

from itertools import chain

from art.places import bedroom, game, livingroom, title, world_map

PLACES = (bedroom, game, livingroom, title, world_map)


def sprites():
    return chain.from_iterable(place.sprites() for place in PLACES)
