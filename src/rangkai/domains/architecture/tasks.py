"""Background work of services."""

from rangkai.domains.work.tasks import import_jobs

import_jobs("services")
