"""People: the face, arms and expressions that all of them share, put on their own parts.

Drawn on 800x1000 units with the head around 402,340. The features sit FACE_X to the right of
the head's middle, towards the centre of the scene: a cheap three-quarter view.
"""

from art.catalogue import Actor
from art.rig import face
from art.rig.arms import BEHIND, BOTH, GESTURES, OTHER, arm, elbow
from art.rig.look import read
from art.svg import group

LAYERS = ("chair", "back", "body", "armL", "arm", "drape", "head", "brows", "eyes", "mouth", "front", "held", "armf")
HEAD_LAYERS = ("back", "head", "brows", "eyes", "mouth", "front")
EXPRESSIONS = ("happy", "worried", "thinking", "surprised", "sad", "angry", "talking")


def _frames(look):
    """The transforms of body and head."""
    whole = f"translate(402 1000) scale({look.whole}) translate(-402 -1000)"
    body = f"{whole} translate(402 546) scale({look.body_size}) translate(-402 -572)"
    sx, sy = look.head_size
    head = f"{whole} translate(402 512) scale({sx} {sy}) translate(-402 -512)"
    return body, head


def _from_ground(look, x, y):
    return (402 + (x - 402) * look.whole, 1000 + (y - 1000) * look.whole)


def load(folder, facts):
    """The Actor of a folder whose actor.json says "kind": "person"."""
    return person(read(folder, facts))


def _pivots(look):
    """Whoever waves does it about the elbow."""
    if look.gestures.get("happy", GESTURES["happy"]) != "wave":
        return {}
    x, y = elbow(look, "wave")
    return {"armf": _from_ground(look, 402 + (x - 402) * look.body_size, 546 + (y - 572) * look.body_size)}


def _arms(look, gesture, body):
    """The layers of both arms."""
    held = look.parts.get("held")
    upper, lower = arm(look, gesture)
    right = {"arm": body(upper, lower)} if gesture in BEHIND else {"arm": body(upper), "armf": body(lower)}
    if look.holds:                                  # in front of all, so that what is held is seen
        left_upper, left_lower = arm(look, look.holds, right=False)
        return dict(right, armL=body(left_upper), held=body(held, left_lower))
    left = "down" if held else OTHER.get(gesture, gesture if gesture in BOTH else "down")
    left_upper, left_lower = arm(look, left, right=False)
    if gesture in BEHIND or left in BEHIND:         # what a hanging hand holds hangs behind it
        return dict(right, armL=body(held, left_upper, left_lower))
    return {"armL": body(left_upper), "arm": body(upper), "armf": body(left_lower, lower)}


def person(look):
    """The Actor of a look."""
    body_frame, head_frame = _frames(look)
    own = look.parts.get

    def body(*parts):
        return group(*filter(None, parts), transform=body_frame) if any(parts) else ""

    def head(*parts):
        return group(*filter(None, parts), transform=head_frame) if any(parts) else ""

    still = {
        "chair": body(own("chair")),
        "back": head(own("back")),
        "body": body(own("body"), face.neck(look.skin) if look.neck else None, own("collar")),
        "drape": head(own("drape")),
        "head": head(own("head") or face.plain_head(look), own("skin"), face.cheeks_and_nose(look)),
        "front": head(own("front")),
    }
    expressions = {}
    for name in EXPRESSIONS:
        gesture = look.gestures.get(name, GESTURES[name])
        layers = dict(still, brows=head(face.brows(look, name)), eyes=head(face.eyes(look, name)),
                      mouth=head(face.mouth(look, name)))
        layers.update(_arms(look, gesture, body))
        expressions[name] = layers
    variants = {"blink/eyes": head(face.closed_eyes(look)), "talk/mouth": head(face.mouth(look, "talk"))}
    variants.update({f"{way}/eyes": head(face.looking_eyes(look, way)) for way in face.LOOKS})
    return Actor(look.name, look.pill, LAYERS, HEAD_LAYERS, expressions, variants,
                 head=_from_ground(look, 402, 524), hip=_from_ground(look, 402, 1000), baseline=1000,
                 pivots=_pivots(look), gait=look.gait, holds=look.holds)
