from __future__ import annotations

from dataclasses import replace

from click.testing import Result

from kernel.programme import save_programme
from tests.practice import Practice


def simulate(practice: Practice, *options: str, typed: str = "") -> Result:
    return practice.app.test_cli_runner().invoke(args=["simulate", *options], input=typed)


def test_a_chat_shows_words_segments_and_encoding(practice: Practice) -> None:
    word = practice.demo["keywords"][0]["word"]
    shown = simulate(practice, typed=f"{word}\nX\n")
    assert shown.exit_code == 0, shown.output
    assert "nobody reads here" in shown.output
    assert "Is now a good time?" in shown.output
    assert "GSM-7" in shown.output
    assert "1 segment" in shown.output
    assert "(silence)" in shown.output


def test_on_whatsapp_it_is_another_thread(practice: Practice) -> None:
    shown = simulate(practice, "--as", "ZA.7hQ2mX4c", "--whatsapp", typed="hola 😢\n")
    assert shown.exit_code == 0, shown.output
    assert "whatsapp:ZA.7hQ2mX4c" in shown.output
    assert "UCS-2" in shown.output


def test_a_real_number_is_refused(practice: Practice) -> None:
    shown = simulate(practice, "--as", "+447400123456", typed="hello\n")
    assert shown.exit_code == 1
    assert "invented" in shown.output


def test_the_sent_reply_is_not_shown_twice(practice: Practice) -> None:
    shown = simulate(practice, typed="hello\n1\n")
    assert shown.output.count("Is now a good time?") == 1


def test_an_empty_line_and_a_call_off_shift_are_no_accidents(practice: Practice) -> None:
    assert simulate(practice, typed="\n\n").exit_code == 0
    with practice.house.desk() as desk:
        save_programme(desk.session, replace(desk.programme, play_off_shift=True))
    assert simulate(practice, typed="help me he has a knife\n").exit_code == 0


def test_it_dials_and_shows_one_screen_at_a_time(practice: Practice) -> None:
    shown = simulate(practice, "--ussd", typed="\n1\n")
    assert shown.exit_code == 0, shown.output
    assert "ussd:+15550100" in shown.output
    assert shown.output.count("Is now a good time?") == 1
    screen = " ".join(shown.output.replace("│", " ").split())
    assert "Do you need help fast?" in screen
    both = simulate(practice, "--ussd", "--whatsapp")
    assert (both.exit_code, "one channel" in both.output) == (1, True)
