"""Periods close once, in their time, and shared margins agree."""

from collections.abc import Iterable
from datetime import date

import pytest

from kernel.vocabulary import Category, IncidentType, Stage
from reporting.indicators.build import assembled
from reporting.indicators.cube import Cube, Source, Span, only_frozen
from reporting.indicators.facts import district_of, fact_for_stage, facts_for_report
from reporting.indicators.model import T1, T2, T5, TOTAL, TYPES, FactTuple
from reporting.indicators.release import FIRST, Release, faults, linked, read, written

EMPTY = Cube({}, {}, ())
KEY = b"k" * 32
DISTRICTS = ("D1", "D2", "D3")
KINDS = (IncidentType.RAPE, IncidentType.PHYSICAL_ASSAULT, IncidentType.PSYCHOLOGICAL_ABUSE)


def reports(
    month: date, number: int, kind: IncidentType = KINDS[1], area: str | None = "D1-N3"
) -> list[FactTuple]:
    return [fact for _ in range(number) for fact in facts_for_report(month, kind, area)]


def spread(month: date, number: int) -> list[FactTuple]:
    return [
        fact
        for at in range(number)
        for fact in facts_for_report(month, KINDS[at % 3], f"D{at % 7 % 3 + 1}-N1")
    ]


def built(
    facts: Iterable[FactTuple], today: date, as_of: date | None = None, frozen: Cube = EMPTY
) -> Cube:
    return assembled(frozen, Source(tuple(facts), DISTRICTS, KEY), Span(today, as_of))


MONTHS = {7: 83, 8: 71, 9: 94}
QUARTER = [fact for month, count in MONTHS.items() for fact in spread(date(2026, month, 3), count)]
CLOSED = date(2026, 10, 30)


def test_a_month_closes_after_its_lag_and_a_quarter_after_its_own() -> None:
    assert (T1, "2026-09") not in built(QUARTER, date(2026, 10, 14)).sheets
    month = built(QUARTER, date(2026, 10, 15))
    assert (T1, "2026-09") in month.sheets
    assert (T2, "2026Q3") not in month.sheets
    assert (T2, "2026Q3") in built(QUARTER, date(2026, 10, 30)).sheets


def test_open_periods_are_closed_early_only_when_asked() -> None:
    facts = reports(date(2026, 11, 20), 12)
    assert not built(facts, date(2026, 11, 21)).sheets.get((T1, "2026-11"))
    early = built(facts, date(2026, 11, 21), date(2026, 11, 21))
    assert early.sheets[T1, "2026-11"].early
    assert early.sheets[T1, "2026-11"].values[T1, "2026-11", "physical_assault"] in {10, 15}
    assert early.sheets[T2, "2026Q4"].early
    assert (T1, "2026-11") not in early.frozen_now


def test_an_early_month_keeps_its_step_beside_single_reports() -> None:
    facts = [*reports(date(2026, 11, 20), 12), *reports(date(2026, 11, 20), 1, KINDS[0])]
    early = built(facts, date(2026, 11, 21), date(2026, 11, 21))
    assert early.sheets[T1, "2026-11"].values[T1, "2026-11", "physical_assault"] in {10, 15}


def test_shared_margins_are_equal_across_tables_and_time() -> None:
    cube = built(QUARTER, date(2026, 10, 30))
    months = [cube.sheets[T1, month].values for month in ("2026-07", "2026-08", "2026-09")]
    totals = [
        month[T1, name, TOTAL]
        for month, name in zip(months, ("2026-07", "2026-08", "2026-09"), strict=True)
    ]
    district, funnel = cube.sheets[T2, "2026Q3"], cube.sheets[T5, "2026Q3"]
    assert district.level == "fine"
    assert district.values[T2, "2026Q3", TOTAL, TOTAL] == sum(totals)
    assert funnel.values[T5, "2026Q3", "reported", "all"] == sum(totals)
    for kind in TYPES:
        parts = [
            m[T1, n, kind] for m, n in zip(months, ("2026-07", "2026-08", "2026-09"), strict=True)
        ]
        assert district.values[T2, "2026Q3", TOTAL, kind] == sum(parts)
    assert cube.audits["2026Q3"].passed


def test_a_quarter_built_month_by_month_equals_its_frozen_months() -> None:
    cube = EMPTY
    for today in (date(2026, 8, 15), date(2026, 9, 15), date(2026, 10, 15), date(2026, 10, 30)):
        cube = only_frozen(built(QUARTER, today, frozen=cube))
    assert abs(cube.sheets[T2, "2026Q3"].values[T2, "2026Q3", TOTAL, TOTAL] - 248) < 5
    assert cube.sheets[T2, "2026Q3"].steps == 0


def test_a_late_or_withdrawn_fact_changes_nothing_that_is_frozen() -> None:
    first = only_frozen(built(QUARTER, date(2026, 10, 30)))
    late = [*QUARTER, *reports(date(2026, 9, 30), 40)]
    again = built(late, date(2026, 12, 20), frozen=first)
    assert {name: again.sheets[name] for name in first.sheets} == first.sheets
    assert built([], date(2026, 11, 10), frozen=first).sheets == first.sheets


def test_an_early_period_may_be_built_again() -> None:
    early = built(reports(date(2026, 11, 20), 12), date(2026, 11, 21), date(2026, 11, 21))
    later = built(reports(date(2026, 11, 20), 40), date(2026, 12, 20), frozen=only_frozen(early))
    assert later.sheets[T1, "2026-11"].values[T1, "2026-11", TOTAL] == 40
    assert not later.sheets[T1, "2026-11"].early


def test_a_thin_month_moves_up_to_its_total() -> None:
    facts = [f for kind in IncidentType for f in reports(date(2026, 9, 3), 2, kind)]
    sheet = built(facts, date(2026, 10, 15)).sheets[T1, "2026-09"]
    assert sheet.level == "coarse"
    assert list(sheet.values) == [(T1, "2026-09", TOTAL)]


def test_a_correction_moves_one_report_from_type_to_type() -> None:
    wrong = facts_for_report(date(2026, 9, 3), KINDS[0], "D1-N1")
    facts = [*reports(date(2026, 9, 3), 20), *wrong, *(fact.reversed() for fact in wrong)]
    cube = built(facts, date(2026, 10, 15))
    assert cube.sheets[T1, "2026-09"].values[T1, "2026-09", "rape"] == 0
    assert cube.sheets[T1, "2026-09"].values[T1, "2026-09", TOTAL] == 20


def test_services_are_counted_by_stage() -> None:
    day = date(2026, 9, 3)
    sent = [fact_for_stage(day, Stage.SENT, Category.SHELTER)] * 30
    taken = [fact_for_stage(day, Stage.ACCEPTED, Category.SHELTER)] * 20
    cube = built([*QUARTER, *sent, *taken], date(2026, 10, 30))
    values = cube.sheets[T5, "2026Q3"].values
    assert values[T5, "2026Q3", "sent", "shelter"] == 30
    assert values[T5, "2026Q3", "accepted", "all"] == 20


@pytest.mark.parametrize(
    ("area", "district"),
    [("D4-N2", "D4"), ("D4", "D4"), ("C", "unknown"), (None, "unknown"), ("", "unknown")],
)
def test_a_nested_area_names_its_district(area: str | None, district: str) -> None:
    assert district_of(area) == district


def test_a_district_outside_the_boundary_year_is_not_lost() -> None:
    cube = built(reports(date(2026, 9, 3), 20, area="D9-N1"), date(2026, 10, 30))
    assert cube.sheets[T2, "2026Q3"].values[T2, "2026Q3", "unknown", TOTAL] == 20


def test_a_fact_survives_being_written() -> None:
    for fact in facts_for_report(date(2026, 9, 3), KINDS[0], "D2-N1"):
        assert FactTuple.from_bytes(fact.to_bytes()) == fact
        assert FactTuple.from_bytes(fact.reversed().to_bytes()).sign == -1


def payload(cube: Cube, name: str = "R2026-11-21-01") -> bytes:
    return written(name, date(2026, 11, 21), "C", cube, {"D1": "One"})


def test_the_payload_reads_back_as_it_was_written() -> None:
    cube = built(QUARTER, date(2026, 10, 30))
    assert read(payload(cube)).sheets == cube.sheets
    assert read(payload(cube)).audits == cube.audits


def test_building_twice_gives_the_same_bytes() -> None:
    once = payload(built(QUARTER, CLOSED))
    assert payload(built(QUARTER, CLOSED)) == once
    assert payload(built(list(reversed(QUARTER)), CLOSED)) == once


def test_nothing_but_the_rounded_cells_tells_zero_from_four() -> None:
    rest = reports(date(2026, 9, 3), 30)
    seen: dict[tuple[int, ...], set[bytes]] = {}
    for small in range(5):
        facts = [
            *rest,
            *reports(date(2026, 9, 3), small, KINDS[0]),
            *reports(date(2026, 9, 3), 25, KINDS[2]),
            *reports(date(2026, 9, 3), 40, IncidentType.UNKNOWN),
            *reports(date(2026, 9, 3), 35, IncidentType.NON_GBV),
        ]
        cube = built(facts, date(2026, 10, 15))
        cells = tuple(cube.sheets[T1, "2026-09"].values.values())
        seen.setdefault(cells, set()).add(payload(cube))
    assert all(len(texts) == 1 for texts in seen.values())
    assert any(cells[0] == 0 for cells in seen)


def chained(*cubes: Cube) -> list[Release]:
    chain, before = [], FIRST
    for at, cube in enumerate(cubes, 1):
        body = payload(cube, f"R{at}")
        digest = linked(before, body)
        chain.append(
            Release(
                f"R{at}",
                date(2026, 11, 21),
                "built",
                cube.early,
                body,
                before,
                digest,
                b"signed:" + digest.encode(),
            )
        )
        before = digest
    return chain


def signed(message: bytes, signature: bytes) -> bool:
    return signature == b"signed:" + message


def test_a_chain_shows_every_change() -> None:
    first = built(QUARTER, date(2026, 9, 15))
    second = built(QUARTER, date(2026, 10, 30), frozen=only_frozen(first))
    chain = chained(first, second)
    assert faults(chain, signed) == []
    assert faults(chain[1:], signed) != []
    assert faults(chain[::-1], signed) != []
    assert faults(chain, lambda _message, _signature: False) != []
    for at, release in enumerate(chain):
        for byte in range(0, len(release.payload), 997):
            body = bytearray(release.payload)
            body[byte] ^= 1
            broken = Release(**{**vars(release), "payload": bytes(body)})
            assert faults([*chain[:at], broken, *chain[at + 1 :]], signed)


def test_a_recomputed_frozen_sheet_is_a_fault_even_when_signed() -> None:
    first = built(QUARTER, date(2026, 10, 30))
    second = built([*QUARTER, *reports(date(2026, 9, 3), 50)], date(2026, 10, 30))
    assert any(
        "was frozen and differs" in fault for fault in faults(chained(first, second), signed)
    )
