"""How the time to read a hostile text grows with its length: as the text does, never as its square."""

import contextlib
import time
from collections.abc import Iterator
from itertools import cycle, islice

from trusthub_tui.trusthub.decisions import read_decision
from trusthub_tui.trusthub.received.outcome import NoDecision


def hostile(length: int) -> Iterator[str]:
    """Yield texts of some length that are hard to read."""
    repeated = (
        "profile ",
        "unable to verify a b c d ",
        "business name and website ",
        "18602 ",
        "error code ",
        "a\n",
        "\n> ",
        "<a ",
        "<b>x</b>",
        "&amp;",
        "=3D=E2=80=99",
        "İ verif é ",
        "twilio approved if ",
        '["a",',
        "[",
        "a=b&",
        "BU0123456789abcdef",
        "domain of the email a b ",
        " \n ",
        "error 19999 ",
        "if error 19999 ",
        "errors: 19999, ",
        "the code #",
        "best best, ",
        "\n\nTwilio A ",
    )
    yield from ((part * (length // len(part) + 1))[:length] for part in repeated)
    yield "Your profile was rejected.\n\n" + "best kind regards and " * (length // 30)
    yield "x " * (length // 3) + "".join(f"error {number} a " for number in range(19_000, 19_390))
    yield "error 18602 " * 200 + "and " * min(length // 4, 9000)
    yield "".join(f"error 19999 the {n}\n" + "".join(f"a{n}{m}\n" for m in range(8)) for n in range(390))
    words = "profile has been was approved rejected id could not be verified unable address 18602 code . \n"
    yield " ".join(islice(cycle(words.split(" ") + words.split(" ")[::3]), length // 6))


def seconds(text: str) -> float:
    """Return the processor time that reading a text takes, the best of three."""

    def once() -> float:
        started = time.process_time()
        with contextlib.suppress(NoDecision):
            read_decision(text)
        return time.process_time() - started

    return min(once() for _ in range(3))


def main() -> None:
    """Print, for each text, the time for 10,000 characters and how often as long 40,000 take."""
    for short, long in zip(hostile(10_000), hostile(39_900), strict=True):
        few, many = seconds(short), seconds(long)
        print(f"{few * 1000:7.1f} ms  x {many / max(few, 1e-6):5.1f}  {short[:30]!r}")


if __name__ == "__main__":
    main()
