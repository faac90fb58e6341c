"""Where the file with the profiles is. Light: the first frame asks, too."""

import os
from pathlib import Path

from trusthub_tui.cli.fault import NAME, ExitCode, Fault


def path_of(db: str) -> Path:
    """Return the path of the file that was named, or of that in the user's data folder; a Fault for none."""
    if db:
        try:
            return Path(os.path.abspath(os.path.expanduser(db)))
        except OSError:
            raise Fault(
                "The folder you are in is no longer there",
                "Go to another one, or give the whole path after --db",
                ExitCode.WRONG_USE,
            ) from None
    from platformdirs import user_data_dir

    return Path(user_data_dir(NAME, appauthor=False)) / "profiles.db"
