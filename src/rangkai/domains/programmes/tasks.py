"""Background work of programmes."""

from rangkai.domains.work.tasks import import_jobs

import_jobs("programmes")
import_jobs("nomenclature")
