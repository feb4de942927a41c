"""Names are found whole, typed, and told from capitals that mean nothing."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from worker.pipeline.values import AnnotatedArticle

Annotate = Callable[[str], AnnotatedArticle]


def names(article: AnnotatedArticle) -> set[tuple[str, str]]:
    return {(n.span.of(article.article.text), n.type) for n in article.names}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They met Senator Maria Ortega.", ("Maria Ortega", "person"), id="title is no part"),
        pytest.param(
            "Senate Majority Leader Harold Finch spoke.", ("Harold Finch", "person"), id="long title"
        ),
        pytest.param("The singer Tom Reed smiled.", ("Tom Reed", "person"), id="trade before"),
        pytest.param("She praised Jane Roe's work.", ("Jane Roe", "person"), id="possessive mark is no part"),
        pytest.param("He moved to New York in May.", ("New York", "gpe"), id="city"),
        pytest.param("It was sold in South Korea.", ("South Korea", "gpe"), id="country"),
        pytest.param("Tom Reed, 52, of Ellerwick, was jailed.", ("Ellerwick", "gpe"), id="home behind an age"),
        pytest.param("Ann Roe, the senator for Kajembe, spoke.", ("Kajembe", "gpe"), id="seat of a senator"),
        pytest.param(
            "The bill was backed by Harwell South MP Ann Roe.", ("Harwell South", "gpe"), id="seat before a member"
        ),
        pytest.param("TALLE, Nov. 25 - Rain fell on the town.", ("TALLE", "gpe"), id="dateline"),
        pytest.param("Roe lives in a Derwell-based school.", ("Derwell", "gpe"), id="based"),
        pytest.param("Ann Roe, of Tansy Close, Sutton, won.", ("Tansy Close", "location"), id="street"),
        pytest.param("Recorder Philip Ashe KC jailed him.", ("Philip Ashe", "person"), id="title and letters"),
        pytest.param("She joined Turkish giants Karabor.", ("Karabor", "organization"), id="giants"),
        pytest.param("Merrick Town beat Castle Rovers 3-1.", ("Merrick Town", "organization"), id="a town's club"),
        pytest.param(
            'The guard, Leonard "Lenny" Sakato, died.', ('Leonard "Lenny" Sakato', "person"), id="nickname inside"
        ),
        pytest.param("The Reine Claudine was sinking.", ("Reine Claudine", "product"), id="a ship with an article"),
        pytest.param(
            "Its operator, Island Link, a unit of Pacmar Holdings, shut.",
            ("Island Link", "organization"),
            id="a unit of a firm",
        ),
        pytest.param(
            "The Platter County Sheriff's Office said so.",
            ("Platter County Sheriff's Office", "organization"),
            id="office of a sheriff",
        ),
        pytest.param(
            "The Health and Safety Executive fined them.",
            ("Health and Safety Executive", "organization"),
            id="a title that heads a body",
        ),
        pytest.param("He told the Times of Gorzo so.", ("Times of Gorzo", "organization"), id="paper of a place"),
        pytest.param("DSP Bikram Rai Danuwal said so.", ("Bikram Rai Danuwal", "person"), id="rank in letters"),
        pytest.param("Bhimpur, Aug 21: Eight people died.", ("Bhimpur", "gpe"), id="dateline with a colon"),
        pytest.param("New Zealand coach Ann Roe spoke.", ("New Zealand", "gpe"), id="new country at the start"),
        pytest.param("Saudi Arabia has oil.", ("Saudi Arabia", "gpe"), id="country of two words at the start"),
        pytest.param("They swam in Lake Huron.", ("Lake Huron", "location"), id="lake"),
        pytest.param(
            "He works for Northgate Energy Inc. now.", ("Northgate Energy Inc.", "organization"), id="firm"
        ),
        pytest.param(
            "A study by the University of Leeds.", ("University of Leeds", "organization"), id="university"
        ),
        pytest.param("He told Metro Weekly so.", ("Metro Weekly", "organization"), id="magazine"),
        pytest.param(
            "The Securities and Exchange Commission sued.",
            ("Securities and Exchange Commission", "organization"),
            id="and inside",
        ),
        pytest.param(
            "It appeared in the journal Nature.", ("Nature", "organization"), id="journal by its noun"
        ),
        pytest.param("They buy from Harrow Power now.", ("Harrow Power", "organization"), id="power firm"),
        pytest.param("They lost to the Leeds Rhinos.", ("Leeds Rhinos", "organization"), id="team"),
        pytest.param("Rovers beat Harlow 3-1.", ("Harlow", "organization"), id="score behind"),
        pytest.param(
            "Ann Roe beat Eva Lund 6-4, 6-2.", ("Eva Lund", "person"), id="no team with a first name"
        ),
        pytest.param("They have two children: Max, 8, and Ella, 5.", ("Max", "person"), id="age behind"),
        pytest.param("Cartoonist Ann Roe drew it.", ("Ann Roe", "person"), id="trade in capitals"),
        pytest.param("Senator Jo Roe, R-Ohio, spoke.", ("Jo Roe", "person"), id="party and state"),
        pytest.param("She wrote it on Instagram.", ("Instagram", "product"), id="platform"),
        pytest.param(
            "He spoke at the Save Our Rivers March in June.", ("Save Our Rivers March", "event"), id="march"
        ),
        pytest.param("He fought in World War II and left.", ("World War II", "event"), id="war"),
        pytest.param("The Winter Cup starts soon.", ("Winter Cup", "event"), id="cup"),
        pytest.param("She won a Booker Prize.", ("Booker Prize", "award"), id="prize"),
        pytest.param("The Grammy winner sang.", ("Grammy", "award"), id="award before winner"),
        pytest.param("A firm based in Leeds, the Leeds-based maker.", ("Leeds", "gpe"), id="glued ending"),
        pytest.param("Brewer Kruidvat Zoet BV grew.", ("Kruidvat Zoet BV", "organization"), id="Dutch firm"),
        pytest.param("They sued Grauhof GmbH.", ("Grauhof GmbH", "organization"), id="German firm"),
        pytest.param("He left Ferrante Acciai S.p.A. then.", ("Ferrante Acciai S.p.A.", "organization"), id="Italian"),
        pytest.param("He runs Nordvik Skib A/S now.", ("Nordvik Skib A/S", "organization"), id="Danish firm"),
        pytest.param("It sold Okano Kikai KK.", ("Okano Kikai KK", "organization"), id="Japanese firm"),
        pytest.param("Rival Southmoor Marine Pty Ltd fell.", ("Southmoor Marine Pty Ltd", "organization"), id="rival"),
        pytest.param("Parry & Hume advised them.", ("Parry & Hume", "organization"), id="firm of two names"),
        pytest.param("Unseeded Briton Jane Roe won.", ("Jane Roe", "person"), id="adjective and nationality before"),
        pytest.param("Republican Governor Al Roe spoke.", ("Al Roe", "person"), id="party and office before"),
        pytest.param(
            "Former President Al Roe praised Lieutenant Governor Jo Pike, a Republican.",
            ("Al Roe", "person"),
            id="a sentence full of offices is no headline",
        ),
        pytest.param("U.N. Secretary-General Ann Roe left.", ("Ann Roe", "person"), id="office with a hyphen"),
        pytest.param("He thanked Khalid al-Rashid there.", ("Khalid al-Rashid", "person"), id="article in a name"),
        pytest.param("Winger Dean Roe scored.", ("Dean Roe", "person"), id="first name like a title"),
        pytest.param("Jane Roe was made Chief Financial Officer.", ("Jane Roe", "person"), id="no officer in it"),
        pytest.param("They will play Japan's Yuko Hisatani next.", ("Japan", "gpe"), id="play is a verb"),
        pytest.param("They will play Japan's Yuko Hisatani next.", ("Yuko Hisatani", "person"), id="owned stranger"),
        pytest.param(
            "He was at Harrow Magistrates' Court.", ("Harrow Magistrates' Court", "organization"), id="plural owner"
        ),
        pytest.param(
            "She was taken to St Bride's Hospital.", ("St Bride's Hospital", "organization"), id="saint's hospital"
        ),
        pytest.param(
            "It went to the European Court of Human Rights.",
            ("European Court of Human Rights", "organization"),
            id="nationality that begins a court",
        ),
        pytest.param("He flew with Tasman Star Airlines.", ("Tasman Star Airlines", "organization"), id="no trade"),
        pytest.param("Det Con Liam Roe spoke.", ("Liam Roe", "person"), id="short police rank"),
        pytest.param(
            "It was led by Devon and Cornwall Police.",
            ("Devon and Cornwall Police", "organization"),
            id="police of two counties",
        ),
        pytest.param("She praised Anna van der Berg.", ("Anna van der Berg", "person"), id="two particles"),
        pytest.param("So said Jan Willem Roe.", ("Jan Willem Roe", "person"), id="Dutch first name, no month"),
        pytest.param("He sold QuickBite to them.", ("QuickBite", "organization"), id="capital inside a word"),
        pytest.param("She thanked Al MacKenzie.", ("Al MacKenzie", "person"), id="capital inside a surname"),
        pytest.param("He starred in The Long Shore.", ("The Long Shore", "work"), id="film with its article"),
        pytest.param("They shot Night Coast, a thriller.", ("Night Coast", "work"), id="described work"),
        pytest.param("The Harbour Bell star sang.", ("Harbour Bell", "work"), id="star of a show"),
        pytest.param("He played at Ohio State.", ("Ohio State", "organization"), id="state university"),
        pytest.param("She beat Eva Lund of Greece 7-6.", ("Greece", "gpe"), id="country before a score"),
        pytest.param("Co-author Jane Roe agreed.", ("Jane Roe", "person"), id="trade with a hyphen"),
        pytest.param("Minister-President Ann Roe called.", ("Ann Roe", "person"), id="office of two offices"),
        pytest.param("He leads the Forward Left party.", ("Forward Left", "organization"), id="party by its noun"),
        pytest.param('She likes to listen to "Remember Rome," daily.', ("Remember Rome", "work"), id="song"),
        pytest.param("He works for Solvane Energy, Inc. now.", ("Solvane Energy, Inc.", "organization"), id="comma"),
        pytest.param("They watched the Macy's Harbour Parade.", ("Macy's Harbour Parade", "event"), id="brand in 's"),
        pytest.param("Al Roe praised Macy's President Jane Roe.", ("Jane Roe", "person"), id="office behind a brand"),
        pytest.param("He joined Norvell Sports' Talking It Over show.", ("Norvell Sports", "organization"),
                     id="owner of a show"),
        pytest.param("They met Ana Ruiz y Vega.", ("Ana Ruiz y Vega", "person"), id="Spanish particle"),
        pytest.param("He joined the Bureau of Mines and Quarries.", ("Bureau of Mines and Quarries", "organization"),
                     id="and behind of"),
        pytest.param("She cited Amazon and Federal Trade Commission filings.", ("Amazon", "organization"),
                     id="two bodies joined"),
        pytest.param("She moved from Hull City to Luton Town.", ("Hull City", "organization"), id="club, no city"),
        pytest.param("They met at the Rovers' New Big Red Stadium.", ("New Big Red Stadium", "location"),
                     id="long name behind its owner"),
        pytest.param("Prosecutors charged Avin “Lil Chris” Stroud, 29, with fraud.",
                     ("Avin “Lil Chris” Stroud", "person"), id="nickname of two words"),
        pytest.param('Roe rebounded from his loss to "Hammer" Davis with a win.', ("Davis", "person"),
                     id="nickname before the only name"),
        pytest.param('His book "The Long Winter" sold well.', ("The Long Winter", "work"), id="book"),
    ],
)
def test_a_name_is_found_with_its_type(text: str, expected: tuple[str, str], annotate: Annotate) -> None:
    assert expected in names(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Talk about a strong start.", id="first word"),
        pytest.param("They met on Monday in March.", id="days and months"),
        pytest.param("The President left.", id="office alone"),
        pytest.param("French wine is good.", id="nationality"),
        pytest.param("They met South Korean farmers.", id="nationality of two words"),
        pytest.param("I think I know.", id="pronoun"),
        pytest.param("HE ALREADY TOOK A WALK", id="heading in capitals"),
        pytest.param("Happy Birthday!", id="wish"),
    ],
)
def test_capitals_alone_make_no_name(text: str, annotate: Annotate) -> None:
    assert names(annotate(text)) == set()


def test_a_title_of_a_work_hides_the_place_inside(annotate: Annotate) -> None:
    found = names(annotate('They read "Morning in San Diego," aloud.'))

    assert found == {("Morning in San Diego", "work")}


def test_a_surname_that_is_a_common_word_is_known_by_the_full_name(annotate: Annotate) -> None:
    found = annotate("Banner's photo drew praise. Tom Banner took it. A film banner hung there.").names

    assert [n.span.start for n in found] == [0, 28]


def test_a_heading_repeats_the_names_of_the_body(annotate: Annotate) -> None:
    assert ("JANE ROE", "person") in names(annotate("JANE ROE HAS A PLAN\nJane Roe has a plan."))


def test_two_persons_joined_by_and_are_two_names(annotate: Annotate) -> None:
    found = names(annotate("Tom Reed and Julia Stone married."))

    assert found == {("Tom Reed", "person"), ("Julia Stone", "person")}


def test_the_firm_without_its_legal_form_is_the_firm(annotate: Annotate) -> None:
    found = names(annotate("Northgate Energy Inc. grew. She joined Northgate in 2011."))

    assert ("Northgate", "organization") in found


def test_names_do_not_overlap_and_are_in_order(annotate: Annotate) -> None:
    found = annotate('Sir Tom Reed of Leeds United read "War and Peace" in Leeds, the BBC said.').names

    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "short", "kind"),
    [
        pytest.param(
            "Meridian Foods Plc grew. Meridian said so. It was founded by Tom Meridian.",
            "Meridian",
            "organization",
            id="firm before its founder",
        ),
        pytest.param(
            "Tom Cassidy retired. Cassidy had founded Cassidy Tools Inc.", "Cassidy", "person", id="founder first"
        ),
        pytest.param("Corvane Industries grew. Then Corvane shrank.", "Corvane", "organization", id="first word"),
        pytest.param(
            "Merry Vale Foods shrank. Merry Vale said sorry.", "Merry Vale", "organization", id="without its last word"
        ),
        pytest.param("The Jane Reed Trust gave. Jane Reed left.", "Jane Reed", "person", id="trust named for somebody"),
        pytest.param(
            "Bank Nordholm AG fell. Shares in Nordholm rose.", "Nordholm", "organization", id="behind a generic word"
        ),
        pytest.param(
            "Sundar Group grew. Its founder, Ravi Sundar, left. Sundar died.", "Sundar", "person", id="what lives"
        ),
        pytest.param("Ashgrove Ltd left. He lives in Ashgrove.", "Ashgrove", "gpe", id="preposition of place"),
        pytest.param("Stowell Hospital opened. He lives in Stowell.", "Stowell", "gpe", id="hospital's town"),
        pytest.param("The Hartford Whales won. The Whales rest now.", "Whales", "organization", id="team's nickname"),
        pytest.param("He joined Ashford Rovers. Then Rovers lost.", "Rovers", "organization", id="club's last word"),
    ],
)
def test_a_short_form_means_what_was_introduced_before_it(text: str, short: str, kind: str, annotate: Annotate) -> None:
    assert (short, kind) in names(annotate(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Senator Jo Roe (D-Marlin) left early.", "D-Marlin", id="party and place"),
        pytest.param("A German newspaper said so on Monday.", "German", id="adjective before a noun"),
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str, word: str, annotate: Annotate) -> None:
    assert word not in {name for name, _ in names(annotate(text))}
