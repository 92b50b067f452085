"""Background work of goals."""

from rangkai.domains.work.tasks import import_jobs

import_jobs("goals")
