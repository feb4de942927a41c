"""Small closed word classes that tell running text from furniture. Data, no logic."""

from __future__ import annotations

# ruff: noqa: SIM905 - a word list reads best as prose

FUNCTION_WORDS = frozenset(
    (
        "a about after again all also am an and any are as at be because been before being between both but by can "
        "could did do does doing down during each few for from further had has have having he her here hers him his "
        "how i if in into is it its just me more most my no nor not now of off on once only or other our out over own "
        "said same she should so some such than that the their them then there these they this those through to too "
        "under until up very was we were what when where which while who whom why will with would you your"
    ).split()
)
THIRD = frozenset("he she they his her their him them it its".split())
FIRST_AND_SECOND = frozenset("you your we our us".split())
SAYING = frozenset(
    "said says say told tells according added adds wrote writes announced reported explained asked claimed".split()
)
# What pages ask of their readers, by single words.
ASKING = frozenset(
    (
        "subscribe subscribed subscription subscriber subscribers newsletter newsletters cookie cookies privacy policy "
        "terms rights reserved share follow click comment comments facebook twitter whatsapp pinterest linkedin "
        "instagram email e-mail download copyright unsubscribe register login log sign account inbox affiliate "
        "commission contact advertise advertisement donate support view load show read continue reading watch "
        "newsroom app free trial updated published photo image credit getty editor reporter"
    ).split()
)
