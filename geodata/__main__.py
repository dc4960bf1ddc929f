"""Entry point of `python -m geodata`."""

import sys

from geodata.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
