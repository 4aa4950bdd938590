"""Handing over: requests by her text or by a worker's hand, and what follows a refusal."""

from collections.abc import Sequence
from uuid import UUID

from kernel.vocabulary import Category, Tier
from pathway.desk import Desk, House
from pathway.intake import press
from pathway.notice import Post, post_of
from pathway.referring import Request, dispatch, prepare, send_now
from pathway.told import Told, fields_told, packet_of, tier_of
from referral import directory, need_store, store, withdrawing
from referral.model import Actor, Attempt, AttemptState, NeedState
from referral.sending import Sent
from reporting.cases import store as cases
from reporting.cases.model import CaseState
from reporting.reports import store as reports

_WAITING = frozenset({AttemptState.SENT, AttemptState.ACKNOWLEDGED})


def ask_by_text(
    desk: Desk, need_id: UUID, service_ids: Sequence[str], told: Told, wording: str
) -> int:
    """Asks the services she agreed to, in order, the others held; 0 when none could be asked."""
    need = need_store.need(desk.session, need_id)
    if need is None:
        return 0
    fields = fields_told(told)
    evidence = {"channel": "message", "given_by": "survivor", "language": told.language}
    services = directory.services(desk.session, [UUID(one) for one in service_ids])
    asked, most_pressing = 0, Tier.NORMAL
    first: Attempt | None = None
    for service_id in service_ids:
        service = services.get(UUID(service_id))
        if service is None or service.category is None:
            continue
        asked += 1
        request = Request(
            need_id=need_id,
            organization_id=service.organization_id,
            service_id=service.id,
            tier=tier_of(told, Category(service.category)),
            fields=fields,
            packet=packet_of(told, fields),
            evidence={**evidence, "shown": wording},
            actor=Actor.SURVIVOR,
            counted=told.answers.get("count") == "yes",
            position=asked,
        )
        attempt = prepare(desk, request)
        if asked == 1:
            first, most_pressing = attempt, request.tier
    if first is None or not _leaves(desk, first):
        return 0
    press(desk, need.case_id, most_pressing)
    cases.move(desk.session, need.case_id, CaseState.CONSENTED)
    return asked


def _leaves(desk: Desk, first: Attempt) -> bool:
    """Says whether a request went out: the first, or the next she agreed to in its place."""
    if isinstance(send_now(desk, first), Sent):
        return True
    return release_next(post_of(desk), first.need_id) is not None


def release_next(post: Post, need_id: UUID) -> Attempt | None:
    """Sends the next alternative she agreed to; with none held, the case is a worker's task."""
    following = store.next_held(post.session, need_id)
    while following is not None:
        outcome = dispatch(post, following)
        if isinstance(outcome, Sent):
            return outcome.attempt
        if not withdrawing.expire(post.session, following, post.now):
            return None
        following = store.next_held(post.session, need_id)
    need = need_store.need(post.session, need_id)
    if need is not None and need.state is NeedState.OPEN:
        cases.make_due(post.session, need.case_id, post.now)
    return None


def tick(house: House) -> int:
    """Lets time pass for requests: unanswered ones expire, the next held one goes out."""
    with house.database.unit_of_work() as session:
        programme = house.programme(session)
        keyring = house.jobs_keyring
        post = Post(session, house.clock.now(), programme, keyring, house.settings.public_url)
        late = [one for one in store.due_attempts(session, post.now) if one.state in _WAITING]
        for attempt in late:
            if withdrawing.expire(session, attempt, post.now):
                release_next(post, attempt.need_id)
        reports.erase_reply_addresses(session, post.now)
    return len(late)
