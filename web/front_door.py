"""Who a request came from and which name it asked for, behind proxies as well."""

from __future__ import annotations

from flask import Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from knowledge.host_names import host_name
from knowledge.settings import Settings

_OTHER_NAME = "This service does not answer to that name. Its names are set in BOVETT_HOSTS.\n"


def guard_front_door(app: Flask, settings: Settings) -> None:
    """Read forwarded addresses as far as proxies are trusted, and refuse names that are not ours."""
    if settings.trusted_proxies:
        # Not X-Forwarded-Host: a proxy that does not set it lets a person choose it. Proxies pass `Host` on.
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.trusted_proxies, x_proto=1, x_host=0, x_port=0, x_prefix=0
        )
    if settings.hosts:
        # The address it listens on is one of them always: the supervisor and `bovett ask` use it.
        names = {*settings.hosts.split(","), host_name(settings.host)}
        app.before_request(lambda: None if host_name(request.host) in names else _refused())


def _refused() -> Response:
    return Response(_OTHER_NAME, 400, content_type="text/plain; charset=utf-8")
