import pytest

from bots import budget
from bots.budget import at_limits, budget_report
from bots.catalogue import Entry, catalogue
from bots.wording import PROMPTS
from kernel.segments import measure


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_catalogues_have_no_fault(language: str) -> None:
    assert budget_report(language) == []


def test_english_is_one_gsm_segment_even_at_its_limits() -> None:
    measures = [measure(at_limits(catalogue("en")[prompt_id])) for prompt_id in PROMPTS]
    assert {(found.encoding, found.segments) for found in measures} == {("GSM-7", 1)}


def test_a_language_without_a_catalogue_misses_everything() -> None:
    assert {problem.reason for problem in budget_report("xx")} == {"missing"}


@pytest.mark.parametrize(
    ("line_id", "text", "reason"),
    [
        ("B1", "Hola. 1 Sí", "placeholders"),
        ("B22", "¿Ahora?\n1 Sí", "choices"),
        ("B21", "á" * 135, "budget"),
        ("B24", "a" * 307, "budget"),
        ("B0x", "{line} contra la violencia. Llama al {em}.", "reveals"),
        ("B99", "Nada", "unknown"),
    ],
)
def test_a_fault_is_found(
    monkeypatch: pytest.MonkeyPatch, line_id: str, text: str, reason: str
) -> None:
    broken = {**catalogue("es"), line_id: Entry(text, downgrade=False)}
    real = catalogue
    monkeypatch.setattr(budget, "catalogue", lambda code: broken if code == "es" else real(code))
    found = [problem.reason for problem in budget_report("es") if problem.prompt_id == line_id]
    assert reason in found
