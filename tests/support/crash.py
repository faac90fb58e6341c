"""What is printed when the program crashes: Textual shows the local variables of every function."""

import io
import traceback

from rich.console import Console
from rich.traceback import Traceback


def crash_print(raised: BaseException) -> str:
    """Return what Textual and Python print of an error, from the first function of ours on."""
    trace = raised.__traceback__
    while trace is not None and "trusthub_tui" not in trace.tb_frame.f_code.co_filename:
        trace = trace.tb_next  # the test knows the secret
    out = io.StringIO()
    Console(file=out, width=300).print(
        Traceback.from_exception(
            type(raised), raised, trace, show_locals=True, locals_max_string=10_000, locals_max_length=1_000
        )
    )
    hidden = raised.__context__
    return out.getvalue() + "".join(traceback.format_exception(raised)) + repr(hidden and vars(hidden))
