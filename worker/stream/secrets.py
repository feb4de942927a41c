"""The password we log in with: given in the environment, or in a file that is read when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from worker.settings import Problem, SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from worker.settings import Settings

MOST_BYTES = 64 * 1024  # a longer file is another one, given by mistake


def password(settings: Settings) -> str:
    """What to log in with; "" if nothing is set. Raises SettingsError."""
    if settings.sasl_password_file is not None:
        return _from(settings.sasl_password_file)
    return settings.sasl_password.get_secret_value() if settings.sasl_password else ""


def _from(file: Path) -> str:
    """Without the newline that editors and `echo` put at the end."""
    try:
        with file.open("rb") as opened:
            found = opened.read(MOST_BYTES + 1).decode()
    except OSError as error:
        raise _wrong(f"{file} cannot be read ({error.strerror})") from error
    except UnicodeDecodeError:
        raise _wrong(f"{file} holds no text") from None  # the error would show what it holds
    found = found.removesuffix("\n").removesuffix("\r")
    if not found or len(found) > MOST_BYTES:
        raise _wrong(f"{file} is empty, or too long for a password")
    return found


def _wrong(rule: str) -> SettingsError:
    fix = "Give a file that this user may read, and that holds the password alone"
    return SettingsError((Problem("NEWSFACTS_SASL_PASSWORD_FILE", rule, fix),))
