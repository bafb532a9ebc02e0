"""Tests of the package: python3 -m unittest discover -t . -s tests, with GANGLION_HOME set or ganglion on the PATH."""
