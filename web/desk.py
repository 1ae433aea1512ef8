"""What every route works with: settings, content, messages, conversations, Rasa and the rate limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from flask import current_app
from limits import RateLimitItem, parse
from limits.storage import Storage, storage_from_string
from limits.strategies import MovingWindowRateLimiter

from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.public_pages import PublicPages
from knowledge.safety import SafetyCheck
from knowledge.settings import Settings
from knowledge.sites import DEFAULT_SITE
from web.rasa_client import RasaClient
from web.store import ConversationStore
from web.tidying import Tidying
from web.widget_builds import WidgetBuilds


@dataclass(frozen=True)
class WebDesk:
    """The opened parts of one web process."""

    settings: Settings
    library: Library
    messages: Messages
    pages: PublicPages
    safety: SafetyCheck
    store: ConversationStore
    rasa: RasaClient
    limiter: MovingWindowRateLimiter
    limit: RateLimitItem
    tidying: Tidying
    widgets: WidgetBuilds
    counts: Storage  # kept here because the limiter itself holds only a weak reference

    @classmethod
    def open(cls, settings: Settings) -> WebDesk:
        """Open everything; the databases and Rasa are reached only when used."""
        settings.var_dir.mkdir(parents=True, exist_ok=True)
        counts = storage_from_string(settings.rate_limit_storage)
        store = ConversationStore(settings.conversations_url, settings.token_days, settings.showing_hours)
        rasa = RasaClient(settings.rasa_url, settings.channel_secret, settings.rasa_timeout_s)
        library = Library.read(settings.content_dir)
        return cls(
            settings=settings,
            library=library,
            messages=Messages(settings.locales_dir),
            pages=PublicPages.read(settings.content_dir / "pages", library.languages),
            safety=SafetyCheck.read(settings.content_dir / "safety"),
            store=store,
            rasa=rasa,
            tidying=Tidying(store, rasa),
            widgets=WidgetBuilds(settings.widgets_dir),
            limiter=MovingWindowRateLimiter(counts),
            limit=parse(settings.rate_limit),
            counts=counts,
        )

    def composer(self, spoken: str | None, site: str = DEFAULT_SITE) -> Composer:
        """Makes replies in the person's language, or in the default one."""
        return Composer(self.library, self.messages, spoken or self.settings.default_locale, date.today(), site)

    def served_locales(self) -> list[str]:
        """Locales with articles and messages."""
        return [language.locale for language in self.library.languages.served]


def desk() -> WebDesk:
    """The desk of the application handling this request."""
    return cast(WebDesk, current_app.extensions["bovett"])
