"""What the plugin takes from the environment and the project's settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from factwatch.errors import UsageError

if TYPE_CHECKING:
    from factwatch.comparison import Aliases
    from factwatch.config import Config
    from factwatch.workflow.comparing import Rules


@frozen(kw_only=True)
class Project:
    """The settings that the command line would find in a folder."""

    config: Config
    snapshots: Path
    """Folder of the watches."""
    aliases: Aliases | None

    def rules(self, *, revision: bool, fail_on: str | None) -> Rules:
        """
        Return how to compare.

        Args:
            revision: Whether the later document is a new version of the baseline's.
            fail_on: A threshold; None takes the project's, then the watch's.

        Raises:
            UsageError: There is no such threshold.

        """
        from factwatch.config import FAIL_ON
        from factwatch.workflow.comparing import Rules

        config = self.config
        threshold = next((name for name in FAIL_ON if name == fail_on), None)
        if fail_on is not None and threshold is None:
            where = f"fail_on={fail_on!r}"
            raise UsageError(where, "there is no such threshold", f"Use one of {', '.join(FAIL_ON)}.")
        return Rules(
            revision=revision,
            aliases=self.aliases,
            kinds=config.kinds,
            people=config.people,
            bodies=config.bodies,
            ignores=config.ignores,
            fail_on=threshold or config.fail_on,
        )


def project_of(folder: Path) -> Project:
    """
    Return the settings that hold in *folder*.

    Raises:
        ConfigError: A mistake in them.

    """
    from factwatch.comparison import Aliases
    from factwatch.config import find_config

    config = find_config(folder)
    return Project(
        config=config, snapshots=folder / config.snapshots, aliases=Aliases.from_file(config.aliases) if config.aliases else None
    )
