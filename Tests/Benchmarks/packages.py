"""What comes from PyPI: into an environment of its own, never into that of the machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


class Environment:
    """A virtual environment, made when it is first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.python = folder / "bin" / "python"

    def install(self, package: str) -> None:
        """Sees to it that a package, named as it is imported, is there. A RuntimeError says why it cannot be."""
        if not self.python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(self._folder)], capture_output=True)
        if not self.python.exists():
            raise RuntimeError("no scratch environment can be made; Debian's package python3-venv may be missing")
        if subprocess.run([self.python, "-c", f"import {package}"], capture_output=True).returncode == 0:
            return
        print(f"Fetching {package} ...", flush=True)
        pip = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
        if subprocess.run(pip, capture_output=True).returncode != 0:
            raise RuntimeError(f"pip could not install {package}")
