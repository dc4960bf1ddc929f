"""Entry point of `python -m timemap`."""

import sys

from timemap.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
