"""`python -m worker` is `newsfacts`."""

from worker.cli import main

if __name__ == "__main__":
    main()
