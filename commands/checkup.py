"""What `flask doctor` looks at, from the ground up."""

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import text
from sqlalchemy.orm import Session

from kernel.programme import Programme, load_programme
from kernel.settings import Settings
from pathway import readiness
from pathway.desk import Desk, House
from pathway.readiness import Check
from staff import rota, store
from staff.directory import NoIntakeKeyError, intake_public, intake_readers

KeywordFaults = Callable[[Session], Iterable[str]]
_ENOUGH_READERS = 2
_DRIFT_SECONDS = 5
_PROVIDER = ("twilio_account_sid", "twilio_auth_token", "twilio_sms_from")


def examine(house: House, keyword_faults: KeywordFaults) -> tuple[Check, ...]:
    """Looks at everything; what rests on a fault is not looked at."""
    ground = (
        _settings(house.settings),
        *readiness.keyring_files(house),
        readiness.cipher(),
        *readiness.essentials(house),
    )
    if any(check.fault for check in ground):
        return ground
    with house.database.reading() as session:
        programme = load_programme(session)
        if programme is None:
            return (*ground, Check("programme", "none is set up: run `flask init`", fault=True))
        desk = Desk(session, house.clock.now(), programme, house.keyring)
        return (*ground, *_running(desk, house.settings, keyword_faults))


def _running(desk: Desk, settings: Settings, keyword_faults: KeywordFaults) -> Iterator[Check]:
    practice = ", practice" if desk.programme.practice else ""
    yield Check("programme", f"{desk.programme.name}{practice}")
    yield _clock(desk)
    yield _provider(settings, desk.programme)
    yield _readers(desk)
    yield _rota(desk)
    yield from _keywords(desk.session, keyword_faults)
    yield Check("sealed spool", "there is none in this version, so nothing waits in it")


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


def _readers(desk: Desk) -> Check:
    try:
        intake_public(desk.session, desk.intake_id, desk.keyring)
    except NoIntakeKeyError:
        return Check("readers", "the intake organisation has no signed key", fault=True)
    count = len(intake_readers(desk.session, desk.intake_id))
    if count < _ENOUGH_READERS:
        said = f"{count} can read new reports: a lost passphrase would lose them; have two"
        return Check("readers", said, fault=True)
    return Check("readers", f"{count} members can read new reports")


def _rota(desk: Desk) -> Check:
    shifts = store.shifts_of(desk.session, desk.intake_id)
    if not shifts:
        return Check("rota", "no shifts: the line says that nobody is there", fault=True)
    gaps = rota.gaps(shifts, desk.now, desk.programme.timezone)
    if not gaps:
        return Check("rota", "somebody is on shift all week")
    hours = sum((end - start).total_seconds() for start, end in gaps) / 3600
    return Check("rota", f"{hours:.0f} h of the coming week without anybody; the line says so")


def _keywords(session: Session, keyword_faults: KeywordFaults) -> Iterator[Check]:
    faults = tuple(keyword_faults(session))
    for fault in faults:
        yield Check("keywords", fault, fault=True)
    if not faults:
        yield Check("keywords", "no collisions")
