"""Deciding the programme's settings, signing its wording, and opening its line."""

from html import unescape

from bots import registry
from kernel.programme import Programme, load_programme, save_programme
from pathway.choices import BY_NAME
from tests.doors.desks.deskwork import Desk, Deskwork, journal_of

AGREEMENT = "Call the desk sergeant at Central; say the text is not verified; never the north post."


def programme_of(work: Deskwork) -> Programme:
    with work.house.database.reading() as session:
        programme = load_programme(session)
    assert programme is not None
    return programme


def decide(desk: Desk, name: str, **fields: str | list[str]) -> tuple[int, str]:
    answer = desk.send(f"/settings/programme/{name}", f"/settings/programme/{name}", **fields)
    return answer.status_code, unescape(answer.text)


def change(work: Deskwork, **values: object) -> None:
    with work.house.database.unit_of_work() as session:
        programme = load_programme(session)
        assert programme is not None
        save_programme(session, programme.changed(**values))


def test_only_an_administrator_decides(work: Deskwork) -> None:
    for who in ("ana", "sol", "eva"):
        desk = work.at_desk(who)
        for path in ("/settings/programme", "/settings/programme/police_on", "/settings/line"):
            assert desk.read(path).status_code == 403


def test_every_setting_is_shown_and_has_a_page_of_its_own(work: Deskwork) -> None:
    desk = work.at_desk("ada")
    page = desk.read("/settings/programme").text
    for name in BY_NAME:
        assert f'href="/settings/programme/{name}"' in page
        assert desk.read(f"/settings/programme/{name}").status_code == 200
    assert desk.read("/settings/programme/practice").status_code == 404


def test_a_change_is_kept_and_journalled_with_the_setting_s_name(work: Deskwork) -> None:
    assert decide(work.at_desk("ada"), "idle_minutes", idle_minutes="15")[0] == 303
    assert programme_of(work).idle_minutes == 15
    assert ("programme.decided", "idle_minutes") in journal_of(work.house)


BAD = [
    ("idle_minutes", "4", "Write a whole number: 5–60"),
    ("idle_minutes", "ten", "Write a whole number"),
    ("line", "", "This cannot be empty"),
    ("line", "A name much too long for it", "room for 18"),
    ("line", "قطيفة", "Use plain letters"),
    ("line", "{em}", "Use plain letters"),
    ("emergency", "call us", "digits only"),
    ("staffed_hours", "most days", "These hours cannot be read"),
    ("duty_known", "perhaps", "Choose one"),
    ("default_language", "fr", "must be one of the languages"),
    ("languages", "tlh", "no words for this language"),
]


def test_what_cannot_be_taken_is_said(work: Deskwork) -> None:
    before, desk = programme_of(work), work.at_desk("ada")
    for name, typed, said in BAD:
        code, page = decide(desk, name, **{name: typed})
        assert (code, said in page) == (422, True), (name, typed)
    assert programme_of(work) == before


def test_police_need_an_agreement_and_a_drill(work: Deskwork) -> None:
    change(work, police_on=False)
    desk = work.at_desk("ada")
    code, page = decide(desk, "police_on", police_on="yes", who="")
    assert (code, "Write who signs" in page) == (422, True)
    code, page = decide(desk, "police_on", police_on="yes", who="Ada", text="short")
    assert (code, "Write down the agreement" in page) == (422, True)
    signed = {"police_on": "yes", "who": "Captain Ade", "day": "2026-11-01", "text": AGREEMENT}
    code, page = decide(desk, "police_on", **signed)
    assert (code, "Do a drill first" in page) == (422, True)
    assert not programme_of(work).police_on

    desk.send(
        "/settings/words/new", "/settings/words/new", word="JACARANDA", intent="report",
        language="en", rule="first", place="here", hours="24/7",
    )  # fmt: skip
    with work.house.database.unit_of_work() as session:
        (word,) = registry.entries(session)
        assert word.id
        registry.note_drill(session, word.id, work.clock.now().date())
    assert decide(desk, "police_on", **signed)[0] == 303
    decided = programme_of(work)
    assert (decided.police_on, decided.police_protocol) == (True, AGREEMENT)
    signature = decided.signature_on("police")
    assert signature
    assert (signature.who, signature.day) == ("Captain Ade", "2026-11-01")
    # Off is always allowed, and on again needs no new signature.
    assert decide(desk, "police_on", police_on="no")[0] == 303
    assert decide(desk, "police_on", police_on="yes", who="")[0] == 303


def test_cover_must_be_signed_as_true(work: Deskwork) -> None:
    desk = work.at_desk("ada")
    assert decide(desk, "cover_on", cover_on="yes", who="")[0] == 422
    assert decide(desk, "cover_on", cover_on="yes", who="Ada", day="2027-01-01")[0] == 422
    assert decide(desk, "cover_on", cover_on="yes", who="Ada", day="2026-11-18")[0] == 303
    assert programme_of(work).cover_on


def test_a_language_whose_words_collide_is_refused(work: Deskwork) -> None:
    change(work, languages=("en",))
    with work.house.database.unit_of_work() as session:
        registry.save(session, registry.Draft("BORRARE", "report", "en", "first", "x", "24/7"))
    code, page = decide(work.at_desk("ada"), "languages", languages=["en", "es"])
    assert code == 422
    assert "BORRARE" in page


def test_outside_practice_the_line_opens_only_when_nothing_is_missing(work: Deskwork) -> None:
    change(work, practice=False, open=False, languages=("en",), emergency="10111")
    desk = work.at_desk("ada")
    refused = desk.send("/settings/line", "/settings/line/open")
    assert refused.status_code == 422
    assert "The line stays closed" in refused.text
    assert not programme_of(work).open


def test_signing_is_journalled_shown_and_can_be_taken_back(work: Deskwork) -> None:
    desk = work.at_desk("ada")
    for path in ("topics", "counsel/es"):
        sent = desk.send("/settings/line", f"/settings/line/{path}", who="Lex", day="2026-11-10")
        assert sent.status_code == 303
    sent = desk.send("/settings/line", "/settings/line/unreviewed/es", who="Ada", text="short")
    assert (sent.status_code, "Write the reason" in sent.text) == (422, True)
    page = unescape(desk.read("/settings/line").text)
    assert "Signed by Lex, 2026-11-10" in page
    counsel = programme_of(work).counsel_on("es")
    assert counsel
    assert counsel.over
    desk.send("/settings/line", "/settings/line/take-back", kind="counsel", subject="es")
    assert programme_of(work).counsel_on("es") is None
    purposes = [purpose for verb, purpose in journal_of(work.house) if verb == "programme.signed"]
    assert sorted(filter(None, purposes)) == ["counsel:es", "topics"]
