"""The door for a web server; threads are enough, pages hold no connection open."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rangkai.config.settings")
application = get_wsgi_application()
