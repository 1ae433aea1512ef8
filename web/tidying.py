"""Erasing conversations whose time is over, as the privacy notice promises."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import sqlalchemy.exc
import structlog

from web.rasa_client import RasaClient, RasaUnavailable
from web.store import ConversationStore

log = structlog.get_logger()
_EVERY_S = 600
_AT_A_TIME = 50  # so that the person whose request it rides on waits for a fraction of a second at most


class Tidying:
    """Rides on the start of a conversation, at most every ten minutes; needs no process of its own."""

    def __init__(self, store: ConversationStore, rasa: RasaClient, clock: Callable[[], float] = time.monotonic) -> None:
        self._store, self._rasa, self._clock = store, rasa, clock
        self._due_at = clock()
        self._lock = threading.Lock()

    def tidy_when_due(self) -> int:
        """Erase expired conversations here and in Rasa; returns how many. What fails now is tried again next time."""
        with self._lock:
            if self._clock() < self._due_at:
                return 0
            self._due_at = self._clock() + _EVERY_S
        self._tried(self._store.showings.drop_ended)
        rounds = [self._tried(self._erase_expired), self._tried(self._rasa.forget_silent)]
        if max(rounds) >= _AT_A_TIME:
            self._due_at = self._clock()  # there may be more
        return sum(rounds)

    def _erase_expired(self) -> int:
        expired = self._store.expired_ids(_AT_A_TIME)
        for conversation_id in expired:
            self._rasa.forget(conversation_id)
            self._store.erase(conversation_id)
        return len(expired)

    @staticmethod
    def _tried(erase: Callable[[], int]) -> int:
        try:
            return erase()
        except (sqlalchemy.exc.SQLAlchemyError, RasaUnavailable) as error:
            log.warning("tidying.failed", error=type(error).__name__)
            return 0
