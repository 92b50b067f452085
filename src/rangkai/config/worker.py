"""A worker of one queue: `python -m rangkai.config.worker quick`. Tells, while a job runs, that it is alive."""

import os
import sys
import threading

BEAT_SECONDS = 10
POLL_SECONDS = 0.3
NICENESS = 5


def main(queue: str) -> None:
    """Take tasks until stopped; pages go before jobs where both want the processor."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rangkai.config.settings")
    import django  # noqa: PLC0415 (settings first)

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 (apps first)

    threading.Thread(target=keep_beating, args=(queue,), daemon=True).start()
    call_command("db_worker", queue_name=queue, interval=POLL_SECONDS, startup_delay=False, verbosity=0)


def keep_beating(queue: str) -> None:
    """The worker runs one job at a time, so whatever runs in its queue is its own."""
    from rangkai.kit.jobs import beat_queue  # noqa: PLC0415 (apps first)

    while True:
        threading.Event().wait(BEAT_SECONDS)
        beat_queue(queue)


if __name__ == "__main__":
    main(sys.argv[1])
