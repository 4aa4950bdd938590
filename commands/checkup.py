"""What `flask doctor` looks at, from the ground up."""

from collections.abc import Iterator

from sqlalchemy import text

from kernel.programme import Programme, load_programme
from kernel.settings import Settings
from pathway import gate, gate_words, paging, readiness, upkeep
from pathway.desk import Desk, House
from pathway.gate import Lent
from pathway.readiness import Check

_DRIFT_SECONDS = 5
_PROVIDER = ("twilio_account_sid", "twilio_auth_token", "twilio_sms_from")


def examine(house: House, lent: Lent, recovery: upkeep.Lent) -> tuple[Check, ...]:
    """Looks at everything; what rests on a fault is not looked at."""
    ground = (
        _settings(house.settings),
        *readiness.keyring_files(house),
        readiness.cipher(),
        *readiness.essentials(house),
    )
    spool = upkeep.spool(house, recovery)
    if any(check.fault for check in ground):
        return (*ground, spool)
    with house.database.reading() as session:
        programme = load_programme(session)
        if programme is None:
            return (
                *ground,
                spool,
                Check("programme", "none is set up: run `flask init`", fault=True),
            )
        desk = Desk(session, house.clock.now(), programme, house.keyring)
        return (
            *ground,
            spool,
            upkeep.inner_door(house),
            *_running(desk, house.settings, lent),
            *upkeep.running(desk, recovery),
        )


def _running(desk: Desk, settings: Settings, lent: Lent) -> Iterator[Check]:
    practice = ", practice" if desk.programme.practice else ""
    yield Check("programme", f"{desk.programme.name}{practice}")
    yield _clock(desk)
    yield _provider(settings, desk.programme)
    yield Check("line", "open" if desk.programme.open else "closed")
    yield from _gate(desk, lent)
    yield paging.check(desk)


def _settings(settings: Settings) -> Check:
    address = settings.public_url
    if not address.startswith(("http://", "https://")):
        return Check("settings", "UNDERTONE_PUBLIC_URL is not a web address", fault=True)
    return Check("settings", f"public address {address}")


def _clock(desk: Desk) -> Check:
    sqlite = desk.session.get_bind().dialect.name == "sqlite"
    asked = "SELECT strftime('%s', 'now')" if sqlite else "SELECT extract(epoch FROM now())"
    apart = abs(desk.now.timestamp() - float(desk.session.scalars(text(asked)).one()))
    if apart > _DRIFT_SECONDS:
        return Check("clock", f"{apart:.0f} s away from the database's", fault=True)
    return Check("clock", "agrees with the database's")


def _provider(settings: Settings, programme: Programme) -> Check:
    if programme.practice:
        return Check("provider", "practice: nothing leaves this machine")
    missing = [f"UNDERTONE_{name.upper()}" for name in _PROVIDER if not getattr(settings, name)]
    if missing:
        return Check("provider", f"missing: {', '.join(missing)}", fault=True)
    return Check("provider", "account, token and sender are set")


def _gate(desk: Desk, lent: Lent) -> Iterator[Check]:
    for point in gate.points(desk, lent):
        said = gate_words.in_english(point)
        yield Check(point.name, said, fault=point.level == "fault", note=point.level == "warning")
